namespace PracticeBot.Embedded.Learning;

/// <summary>How a model did on rows that it was not fitted to, groups kept together.</summary>
/// <param name="Model">Its name.</param>
/// <param name="MacroF1">With favours chosen on the other folds.</param>
/// <param name="CalibrationError">Of the chosen class's probability.</param>
public sealed record CrossValidated(string Model, double MacroF1, double Kappa, double CalibrationError);

/// <summary>
/// Fits every model. Advisers come first, then the models that listen to them; whatever a model learns from an adviser comes from one
/// that was fitted without the row in question. Nothing is left to chance: the same data give the same weights.
/// </summary>
public sealed class WeightsTrainer(TextEncoder encoder, Action<string> tell)
{
    private const int Folds = 5;
    private const double AdviserPenalty = 0.01;
    private const double SentencePenalty = 0.3;
    private const double Penalty = 0.3;
    private const double FitPenalty = 0.05;

    /// <summary>Of so many turns of talk one is also learned from as it would be typed in haste.</summary>
    private const int OneBareIn = 3;

    /// <summary>How far rare classes are made to count: 0 as they come, 1 all the same.</summary>
    private const double Balance = 0.8;
    private const double AdviserBalance = 0.5;

    private const string Sparse = "ip";

    private static readonly string[] Whole =
    [
        Block.Features, Block.Nearness, Block.Advice, Block.ClientVector, Block.ReplyVector, Block.Difference, Block.Product,
    ];

    private static readonly string[] WithSentences = [.. Whole, Block.Spoken];
    /// <summary>For the mechanism whose weak class is too rare to learn two thousand weights from.</summary>
    private static readonly string[] WithoutVectors = [Block.Features, Block.Nearness, Block.Advice, Block.Spoken];
    private static readonly string[] ForFit = [Block.Between, Block.Nearness, Block.Difference, Block.Product];

    private readonly Dictionary<string, BlockModel> models = new(StringComparer.Ordinal);
    private readonly Dictionary<string, BlockModel[]> without = new(StringComparer.Ordinal);
    private readonly Dictionary<string, EncodedText> clients = new(StringComparer.Ordinal);
    private readonly Dictionary<string, EncodedText> replies = new(StringComparer.Ordinal);
    private readonly List<CrossValidated> results = [];

    /// <summary>What came out for each model that decides.</summary>
    public IReadOnlyList<CrossValidated> Results => results;

    public AssessorWeights Fit(TrainingSets sets)
    {
        ArgumentNullException.ThrowIfNull(sets);
        tell("measuring");
        var epitome = Measure(sets.Epitome);
        Row[] annomi = [.. Measure(sets.Annomi), .. Measure([.. sets.Annomi.Where((_, at) => at % OneBareIn == 0).Select(Bare)], isBare: true)];
        var pair = Measure(sets.Pair);
        var emotions = sets.Emotions
            .Select(row => (Reply: MeasuredReply.Of(Client(string.Empty), Reply(row.Text)), Label: Array.IndexOf(Advisers.Emotions, row.Emotion), Fold: FoldOf(row.Text)))
            .Where(row => row.Label >= 0)
            .ToArray();

        tell("advisers");
        Advise(Advisers.Behaviour, annomi, BehaviourOf);
        Advise(Advisers.Level, pair, row => Array.IndexOf(Advisers.Levels, row["level"]));
        Advise(Advisers.EmotionalReactions, epitome, row => Strength(row["er"]));
        Advise(Advisers.Interpretations, epitome, row => Strength(row["ip"]));
        Advise(Advisers.Explorations, epitome, row => Strength(row["ex"]));
        var adviser = Advisers.All.Single(one => one.Name == Advisers.Emotion);
        models[Advisers.Emotion] = FitModel(
            adviser.Name, adviser.Classes, adviser.Blocks, [.. emotions.Select(row => row.Reply)], [.. emotions.Select(row => row.Label)], AdviserPenalty, AdviserBalance);
        foreach (var row in epitome.Concat(annomi).Concat(pair))
        {
            row.Reply.Set(Block.Advice, Advisers.Ask(row.Reply, name => ModelWithout(name, row)));
        }

        tell("sentences");
        FitSentences(epitome);

        foreach (var mechanism in SentenceScores.Mechanisms)
        {
            Decide("epitome." + mechanism, Advisers.Strengths, mechanism == Sparse ? WithoutVectors : WithSentences, epitome, row => Strength(row[mechanism]));
        }

        Decide("annomi.behaviour", AssessorWeights.Behaviours, Whole, annomi, row => Array.IndexOf(AssessorWeights.Behaviours, row["behaviour"]));
        Decide("annomi.reflection", AssessorWeights.Reflections, Whole, annomi, row => Array.IndexOf(AssessorWeights.Reflections, row["reflection"]));
        Decide("annomi.question", AssessorWeights.Questions, Whole, annomi, row => Array.IndexOf(AssessorWeights.Questions, row["question"]));
        Decide("pair.level", Advisers.Levels, Whole, pair, row => Array.IndexOf(Advisers.Levels, row["level"]));
        Decide("fit", AssessorWeights.Fits, ForFit, [.. Paired(sets.Pair.Where(row => row["level"] != "low")), .. Paired(sets.Epitome.Where(row => row["ip"] == "2"))], null, FitPenalty);
        return new AssessorWeights(models);
    }

    private static int Strength(string label) => Array.IndexOf(Advisers.Strengths, label);

    private static int BehaviourOf(LabelledReply row) => row["behaviour"] switch
    {
        "reflection" => row["reflection"] == "complex" ? 0 : 1,
        "question" => row["question"] == "open" ? 2 : 3,
        "therapist_input" => row["input"] == "information" ? 4 : 5,
        _ => 6,
    };

    /// <summary>The fold of a group, by its name alone.</summary>
    private static int FoldOf(string group)
    {
        var hash = 2166136261u;
        foreach (var letter in group)
        {
            hash = unchecked((hash ^ letter) * 16777619u);
        }

        return (int)((hash ^ (hash >> 15)) % Folds);
    }

    private static BlockModel FitModel(string name, string[] classes, string[] blocks, MeasuredReply[] replies, int[] labels, double penalty, double balance)
    {
        var standards = blocks.Where(Block.IsNamed).ToDictionary(
            block => block, block => Standard.Of([.. replies.Select(reply => reply.Of(block))]), StringComparer.Ordinal);
        var counts = new double[classes.Length];
        foreach (var label in labels)
        {
            counts[label]++;
        }

        var linear = SoftmaxTrainer.Fit(
            [.. replies.Select(reply => BlockModel.Row(blocks, standards, reply))],
            labels,
            classes.Length,
            penalty,
            [.. labels.Select(label => (float)Math.Pow(labels.Length / counts[label] / classes.Length, balance))]);
        return new BlockModel
        {
            Name = name,
            Classes = classes,
            Blocks = blocks,
            Standards = standards,
            Linear = new SoftmaxModel([.. linear.Weights.Select(Digits.Six)], Digits.Six(linear.Biases)),
        };
    }

    private static BlockModel[] FitWithout(string name, string[] classes, string[] blocks, IReadOnlyList<(MeasuredReply Reply, int Label, int Fold)> rows, double penalty, double balance) =>
    [
        .. Enumerable.Range(0, Folds).Select(fold =>
        {
            var kept = rows.Where(row => row.Fold != fold).ToArray();
            return FitModel(name, classes, blocks, [.. kept.Select(row => row.Reply)], [.. kept.Select(row => row.Label)], penalty, balance);
        }),
    ];

    private static LabelledReply Bare(LabelledReply row) => row with { Client = BareTyping.Of(row.Client), Reply = BareTyping.Of(row.Reply) };

    private Row[] Measure(IReadOnlyList<LabelledReply> rows, bool isBare = false) =>
        [.. rows.Select(row => new Row(row, MeasuredReply.Of(Client(row.Client), Reply(row.Reply)), FoldOf(row.Group)) { IsBare = isBare })];

    private EncodedText Client(string text) => Kept(clients, text, one => EncodedText.OfClient(one, encoder));

    private EncodedText Reply(string text) => Kept(replies, text, one => EncodedText.OfReply(one, encoder));

    private static EncodedText Kept(Dictionary<string, EncodedText> texts, string text, Func<string, EncodedText> read)
    {
        if (!texts.TryGetValue(text, out var kept))
        {
            texts[text] = kept = read(text);
        }

        return kept;
    }

    private void Advise(string name, Row[] rows, Func<LabelledReply, int> label)
    {
        var adviser = Advisers.All.Single(one => one.Name == name);
        var labelled = rows.Select(row => (row.Reply, Label: label(row.Labelled), row.Fold)).ToArray();
        without[name] = FitWithout(name, adviser.Classes, adviser.Blocks, labelled, AdviserPenalty, AdviserBalance);
        models[name] = FitModel(
            name, adviser.Classes, adviser.Blocks, [.. labelled.Select(row => row.Reply)], [.. labelled.Select(row => row.Label)], AdviserPenalty, AdviserBalance);
        foreach (var row in rows)
        {
            row.OwnAdvisers.Add(name);
        }
    }

    private BlockModel ModelWithout(string name, Row row) => row.OwnAdvisers.Contains(name) ? without[name][row.Fold] : models[name];

    private void FitSentences(Row[] rows)
    {
        var all = rows.Select(row => row.Reply.Sentences()).ToArray();
        var scores = new List<float[][]>[rows.Length];
        for (var row = 0; row < rows.Length; row++)
        {
            scores[row] = [];
        }

        foreach (var mechanism in SentenceScores.Mechanisms)
        {
            var name = SentenceScores.ModelOf(mechanism);
            var labelled = rows.SelectMany((row, at) => all[at].Select((sentence, index) =>
                (Reply: sentence, Label: Rationales.Shows(row.Labelled, mechanism, row.Reply.Reply, index) ? Strength(row.Labelled[mechanism]) : 0, row.Fold))).ToArray();
            var folds = FitWithout(name, Advisers.Strengths, SentenceScores.Blocks, labelled, SentencePenalty, AdviserBalance);
            models[name] = FitModel(
                name, Advisers.Strengths, SentenceScores.Blocks, [.. labelled.Select(row => row.Reply)], [.. labelled.Select(row => row.Label)], SentencePenalty, AdviserBalance);
            for (var row = 0; row < rows.Length; row++)
            {
                scores[row].Add([.. all[row].Select(folds[rows[row].Fold].Probabilities)]);
            }
        }

        for (var row = 0; row < rows.Length; row++)
        {
            rows[row].Reply.Set(Block.Spoken, SentenceScores.Gather(scores[row]));
        }
    }

    /// <summary>Replies with their own client (twice, so that both answers weigh the same), with one by lot and with the one most alike.</summary>
    private Row[] Paired(IEnumerable<LabelledReply> replies)
    {
        var rows = replies.ToArray();
        if (rows.Length < 2)
        {
            return [];
        }

        var (byLot, alike) = FitPairs.Others(rows);
        return [.. rows.SelectMany((row, at) => new[] { (row.Client, 1), (row.Client, 1), (rows[byLot[at]].Client, 0), (rows[alike[at]].Client, 0) }
            .Select(pair => new Row(row, MeasuredReply.Of(Client(pair.Client), Reply(row.Reply)), FoldOf(row.Group)) { Label = pair.Item2 }))];
    }

    private void Decide(string name, string[] classes, string[] blocks, Row[] rows, Func<LabelledReply, int>? label, double penalty = Penalty)
    {
        var all = rows.Select(row => (row.Reply, Label: label?.Invoke(row.Labelled) ?? row.Label, row.Fold, row.IsBare)).Where(row => row.Label >= 0).ToArray();
        var fitted = all.Select(row => (row.Reply, row.Label, row.Fold)).ToArray();
        var folds = FitWithout(name, classes, blocks, fitted, penalty, Balance);
        var model = FitModel(name, classes, blocks, [.. fitted.Select(row => row.Reply)], [.. fitted.Select(row => row.Label)], penalty, Balance);

        // What is calibrated and reported is how it does on texts as they came.
        var labelled = all.Where(row => !row.IsBare).ToArray();
        var labels = labelled.Select(row => row.Label).ToArray();
        var scores = labelled.Select(row => folds[row.Fold].Scores(row.Reply)).ToArray();
        (model.Stretch, model.Shifts) = Calibration.Fit(scores, labels, classes.Length);
        model.Favours = Calibration.Favour([.. scores.Select(model.Calibrated)], labels, classes.Length);
        models[name] = model;

        // The report is of favours and calibration chosen without the fold that they are tried on.
        var chosen = new int[labels.Length];
        var sure = new (double, bool)[labels.Length];
        for (var fold = 0; fold < Folds; fold++)
        {
            var rest = Enumerable.Range(0, labels.Length).Where(at => labelled[at].Fold != fold).ToArray();
            var restLabels = rest.Select(at => labels[at]).ToArray();
            var trial = new BlockModel { Name = name, Classes = classes, Blocks = blocks, Standards = model.Standards, Linear = model.Linear };
            (trial.Stretch, trial.Shifts) = Calibration.Fit([.. rest.Select(at => scores[at])], restLabels, classes.Length);
            trial.Favours = Calibration.Favour([.. rest.Select(at => trial.Calibrated(scores[at]))], restLabels, classes.Length);
            for (var at = 0; at < labels.Length; at++)
            {
                if (labelled[at].Fold == fold)
                {
                    var probabilities = trial.Calibrated(scores[at]);
                    chosen[at] = trial.Choose(probabilities);
                    sure[at] = (probabilities[chosen[at]], chosen[at] == labels[at]);
                }
            }
        }

        var result = new CrossValidated(name, Scores.MacroF1(labels, chosen, classes.Length), Scores.Kappa(labels, chosen, classes.Length), Scores.CalibrationError(sure));
        results.Add(result);
        tell(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{name}: macro-F1 {result.MacroF1:F3}, kappa {result.Kappa:F3}, calibration error {result.CalibrationError:F3}"));
    }

    private sealed record Row(LabelledReply Labelled, MeasuredReply Reply, int Fold)
    {
        public HashSet<string> OwnAdvisers { get; } = new(StringComparer.Ordinal);

        public int Label { get; init; } = -1;

        public bool IsBare { get; init; }
    }
}
