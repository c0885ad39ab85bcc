using PracticeBot.Embedded.Learning;

namespace PracticeBot.Measuring;

/// <summary>One figure of an evaluation.</summary>
/// <param name="Low">Where 95 of 100 resamplings of the groups begin.</param>
/// <param name="High">Where they end.</param>
/// <param name="Beside">What others reached on held-out data, by name.</param>
internal sealed record Figure(string Label, string Measure, double Value, double Low, double High, IReadOnlyList<Baseline> Beside);

/// <summary>What an evaluation found.</summary>
internal sealed record EvaluationReport(string Task, int Rows, int Groups, IReadOnlyList<Figure> Figures);

/// <summary>Agreement of the assessor with human labels, task by task.</summary>
internal sealed class Evaluation(IMeasured measured)
{
    private static readonly (string Label, Func<ReplyJudgement, Decided> Of, string Mechanism, string Dimension)[] Mechanisms =
    [
        ("er", found => found.EmotionalReactions, "er", "epitome.emotionalReactions"),
        ("ip", found => found.Interpretations, "ip", "epitome.interpretations"),
        ("ex", found => found.Explorations, "ex", "epitome.explorations"),
    ];

    private static readonly string[] Strengths = ["0", "1", "2"];
    private static readonly string[] Behaviours = ["reflection", "question", "therapist_input", "other"];
    private static readonly string[] Reflections = ["none", "simple", "complex"];
    private static readonly string[] Questions = ["none", "open", "closed"];
    private static readonly string[] Levels = ["low", "medium", "high"];

    /// <param name="task">epitome, annomi, pair or fit.</param>
    /// <param name="file">Data of that task; for fit, of epitome or pair.</param>
    /// <exception cref="DataFaultException">The data cannot be read.</exception>
    public EvaluationReport Run(string task, string file) => task switch
    {
        "epitome" => Epitome(Rows(task, file)),
        "annomi" => Annomi(Rows(task, file)),
        "pair" => Pair(Rows(task, file)),
        _ => Fit(file),
    };

    /// <summary>Every exchange that a task asks about.</summary>
    /// <exception cref="DataFaultException">The data cannot be read.</exception>
    public static IReadOnlyList<(string Client, string Reply)> Exchanges(string task, string file)
    {
        if (task != "fit")
        {
            return [.. Labelled(task, file).Select(row => (row.Client, row.Reply)).Distinct()];
        }

        var rows = FitRows(file);
        var (byLot, alike) = FitPairs.Others(rows);
        return
        [
            .. rows.SelectMany((row, at) => new[] { (row.Client, row.Reply), (rows[byLot[at]].Client, row.Reply), (rows[alike[at]].Client, row.Reply) }).Distinct(),
        ];
    }

    private static IReadOnlyList<LabelledReply> Labelled(string task, string file) => LabelledData.Replies(file, task switch
    {
        "epitome" => LabelledData.Epitome,
        "annomi" => LabelledData.Annomi,
        _ => LabelledData.Pair,
    });

    /// <summary>Those that were measured; a model may have failed at some.</summary>
    private IReadOnlyList<LabelledReply> Rows(string task, string file) => [.. Labelled(task, file).Where(row => measured.Has(row.Client, row.Reply))];

    private EvaluationReport Epitome(IReadOnlyList<LabelledReply> rows)
    {
        var found = Judged(rows);
        var resampling = new Resampling(rows);
        var figures = new List<Figure>();
        foreach (var (label, of, mechanism, dimension) in Mechanisms)
        {
            figures.AddRange(Labelled("epitome", label, Strengths, rows, [.. found.Select(of)], resampling));
            var overlap = rows.Select((row, at) => RationaleOverlap.Of(row, mechanism, found[at].Evidence.Where(evidence => evidence.Dimension == dimension))).ToArray();
            figures.Add(resampling.Figure("epitome", label, "rationale token F1", at => RationaleOverlap.F1(at.Select(index => overlap[index]))));
        }

        return Report("epitome", rows, figures);
    }

    private EvaluationReport Annomi(IReadOnlyList<LabelledReply> rows)
    {
        var found = Judged(rows);
        var resampling = new Resampling(rows);
        return Report("annomi", rows,
        [
            .. Labelled("annomi", "behaviour", Behaviours, rows, [.. found.Select(one => one.Behaviour)], resampling),
            .. Labelled("annomi", "reflection", Reflections, rows, [.. found.Select(one => one.Reflection)], resampling),
            .. Labelled("annomi", "question", Questions, rows, [.. found.Select(one => one.Question)], resampling),
        ]);
    }

    private EvaluationReport Pair(IReadOnlyList<LabelledReply> rows)
    {
        var found = Judged(rows);
        var resampling = new Resampling(rows);
        var truth = rows.Select(row => Array.IndexOf(Levels, row["level"])).ToArray();
        var scores = found.Select(one => one.ReflectionScore).ToArray();
        return Report("pair", rows,
        [
            .. Labelled("pair", "level", Levels, rows, [.. found.Select(one => one.Level)], resampling),
            resampling.Figure("pair", "level", "pairwise ranking", at => Ranking(at, rows, truth, scores)),
        ]);
    }

    private EvaluationReport Fit(string file)
    {
        var rows = FitRows(file);
        var (byLot, alike) = FitPairs.Others(rows);
        int[] told =
        [
            .. Enumerable.Range(0, rows.Count).Where(at =>
                measured.Has(rows[at].Client, rows[at].Reply) && measured.Has(rows[byLot[at]].Client, rows[at].Reply) && measured.Has(rows[alike[at]].Client, rows[at].Reply)),
        ];
        var own = told.Select(at => measured.Fit(rows[at].Client, rows[at].Reply)).ToArray();
        var other = told.Select(at => measured.Fit(rows[byLot[at]].Client, rows[at].Reply)).ToArray();
        var near = told.Select(at => measured.Fit(rows[alike[at]].Client, rows[at].Reply)).ToArray();
        rows = [.. told.Select(at => rows[at])];
        var resampling = new Resampling(rows);
        var label = LabelledData.HasColumn(file, "level") ? "pair" : "epitome";
        return Report("fit", rows,
        [
            resampling.Figure("fit", label, "AUC, random client", at => Scores.Auc([.. at.Select(index => own[index])], [.. at.Select(index => other[index])])),
            resampling.Figure("fit", label, "AUC, similar client", at => Scores.Auc([.. at.Select(index => own[index])], [.. at.Select(index => near[index])])),
        ]);
    }

    private static IReadOnlyList<LabelledReply> FitRows(string file)
    {
        // A reply that would fit anyone tells nothing: only reflections, and only strong interpretations, are asked about.
        var isPair = LabelledData.HasColumn(file, "level");
        IReadOnlyList<LabelledReply> rows = isPair
            ? [.. LabelledData.Replies(file, LabelledData.Pair).Where(row => row["level"] != "low")]
            : [.. LabelledData.Replies(file, LabelledData.Epitome).Where(row => row["ip"] == "2")];
        return rows.Select(row => row.Group).Distinct(StringComparer.Ordinal).Count() < 2
            ? throw new DataFaultException($"{file} has replies to fewer than two clients: there is no other client to set beside them.")
            : rows;
    }

    private static EvaluationReport Report(string task, IReadOnlyList<LabelledReply> rows, IReadOnlyList<Figure> figures) =>
        new(task, rows.Count, rows.Select(row => row.Group).Distinct(StringComparer.Ordinal).Count(), figures);

    private static IEnumerable<Figure> Labelled(
        string task, string label, string[] classes, IReadOnlyList<LabelledReply> rows, Decided[] found, Resampling resampling)
    {
        var truth = rows.Select((row, at) => Array.IndexOf(classes, row[label]) is >= 0 and var index
            ? index
            : throw new DataFaultException($"Row \"{row.Id}\": \"{row[label]}\" is no {label}; it is one of {string.Join(", ", classes)}.")).ToArray();
        var said = found.Select(one => one.Index).ToArray();
        yield return resampling.Figure(task, label, "macro-F1", at => Scores.MacroF1(Of(truth, at), Of(said, at), classes.Length));
        yield return resampling.Figure(task, label, "accuracy", at => Scores.Accuracy(Of(truth, at), Of(said, at)));
        yield return resampling.Figure(task, label, "kappa", at => Scores.Kappa(Of(truth, at), Of(said, at), classes.Length));
        for (var k = 0; k < classes.Length; k++)
        {
            var one = k;
            yield return resampling.Figure(task, label, "F1 of " + classes[k], at => Scores.F1(Of(truth, at), Of(said, at), one));
        }

        yield return resampling.Figure(
            task, label, "calibration error", at => Scores.CalibrationError([.. at.Select(index => (found[index].Confidence, said[index] == truth[index]))]));
    }

    private static int[] Of(int[] values, int[] at) => [.. at.Select(index => values[index])];

    /// <summary>Of two replies to one prompt, how often the better one scores higher.</summary>
    private static double Ranking(int[] at, IReadOnlyList<LabelledReply> rows, int[] truth, double[] scores)
    {
        var (won, asked) = (0.0, 0);
        foreach (var prompt in at.GroupBy(index => rows[index].Group, StringComparer.Ordinal))
        {
            var answers = prompt.ToArray();
            foreach (var better in answers)
            {
                foreach (var worse in answers.Where(index => truth[index] < truth[better]))
                {
                    asked++;
                    won += scores[better] > scores[worse] ? 1 : scores[better] < scores[worse] ? 0 : 0.5;
                }
            }
        }

        return asked == 0 ? double.NaN : won / asked;
    }

    private ReplyJudgement[] Judged(IReadOnlyList<LabelledReply> rows) => rows.Count == 0
        ? throw new DataFaultException("The file has no rows.")
        : [.. rows.Select(row => measured.Judge(row.Client, row.Reply))];
}
