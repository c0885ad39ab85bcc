using System.Globalization;
using System.Resources;
using System.Runtime.CompilerServices;

namespace PracticeBot.Commands;

/// <summary>What the commands say on the console (CommandTexts.resx).</summary>
internal static class CommandTexts
{
    private static readonly ResourceManager Texts = new(typeof(CommandTexts));

    public static string About => Text();

    public static string SeeHelp => Text();

    public static string Serve => Text();

    public static string Chat => Text();

    public static string ChatPersona => Text();

    public static string ChatHelp => Text();

    public static string NothingKept => Text();

    public static string Package => Text();

    public static string PackageOut => Text();

    public static string PackageDeveloper => Text();

    public static string PackagePrivacy => Text();

    public static string PackageTerms => Text();

    public static string PackageNeedsId => Text();

    public static string PackageNeedsAddress => Text();

    public static string PackageName(int longest) => Filled(nameof(PackageName), longest);

    public static string PackageAddress(string option) => Filled(nameof(PackageAddress), option);

    public static string Packaged(string path, string appId) => Filled(nameof(Packaged), path, appId);

    public static string Persona => Text();

    public static string Check => Text();

    public static string CheckPath => Text();

    public static string Audition => Text();

    public static string AuditionPath => Text();

    public static string AuditionReplies => Text();

    public static string AuditionAssessor => Text();

    public static string AuditionVoice => Text();

    public static string AuditionJson => Text();

    public static string HasLeft => Text();

    public static string Silent => Text();

    public static string NoVerb(string written, string mend) => Filled(nameof(NoVerb), written, mend);

    public static string VerbMissing(string verbs) => Filled(nameof(VerbMissing), verbs);

    public static string NoOption(string written) => Filled(nameof(NoOption), written);

    public static string NoPersonaFile(string path) => Filled(nameof(NoPersonaFile), path);

    public static string NoReplies(string path) => Filled(nameof(NoReplies), path);

    public static string StandardInput => Text();

    public static string RepliesEmpty(string source) => Filled(nameof(RepliesEmpty), source);

    public static string RepliesNotText(string source) => Filled(nameof(RepliesNotText), source);

    public static string NoModel(string option) => Filled(nameof(NoModel), option);

    public static string EvaluateEstimate(int calls, int kept, string model, long input, long output, string cost) =>
        Filled(nameof(EvaluateEstimate), calls, kept, model, input, output, cost);

    public static string EvaluateNeedsYes => Text();

    public static string EvaluateAsk => Text();

    public static string EvaluateProgress(int done, int all) => Filled(nameof(EvaluateProgress), done, all);

    public static string EvaluateFailed(int count, string fault) => Filled(nameof(EvaluateFailed), count, fault);

    public static string EvaluateOthers(int count) => Filled(nameof(EvaluateOthers), count);

    public static string FidelityJudged(int judged, string filledIn, int disputed) => Filled(nameof(FidelityJudged), judged, filledIn, disputed);

    public static string FidelitySpoken(int spoken, string goneOn) => Filled(nameof(FidelitySpoken), spoken, goneOn);

    public static string FidelityTokens(long input, long cached, long output, string cost) => Filled(nameof(FidelityTokens), input, cached, output, cost);

    public static string UnknownPersona(string wanted, string known) => Filled(nameof(UnknownPersona), wanted, known);

    public static string Session(int number, string name) => Filled(nameof(Session), number, name);

    public static string Checked(int files, int faults, int warnings) => Filled(nameof(Checked), files, faults, warnings);

    public static string Assess => Text();

    public static string AssessIn => Text();

    public static string AssessOut => Text();

    public static string Evaluate => Text();

    public static string EvaluateTask => Text();

    public static string EvaluateData => Text();

    public static string EvaluateJson => Text();

    public static string EvaluateResume => Text();

    public static string EvaluateYes => Text();

    public static string Train => Text();

    public static string TrainData => Text();

    public static string TrainOut => Text();

    public static string NoLines(string path) => Filled(nameof(NoLines), path);

    public static string Evaluated(string task, int rows, int groups) => Filled(nameof(Evaluated), task, rows, groups);

    private static string Text([CallerMemberName] string name = "") => Texts.GetString(name, CultureInfo.CurrentUICulture)!;

    private static string Filled(string name, params ReadOnlySpan<object> values) =>
        string.Format(CultureInfo.CurrentCulture, Texts.GetString(name, CultureInfo.CurrentUICulture)!, values);
}
