using System.Globalization;
using InstallSim.Choice.Estimation;
using InstallSim.Inputs;
using InstallSim.Outputs;
using InstallSim.Studies.Data;
using InstallSim.Studies.Designs;
using InstallSim.Studies.Results;
using InstallSim.Studies.Settings;

namespace InstallSim.Studies.Tables;

/// <summary>A cell of several models side by side.</summary>
/// <param name="Estimate">The estimate; empty where the model has no such parameter.</param>
/// <param name="Stars">Stars of its p-value.</param>
/// <param name="StandardError">Its standard error; null where it is fixed or there is none.</param>
/// <param name="IsFixed">Whether it was held at its value.</param>
internal sealed record ModelCell(string Estimate, string Stars, string? StandardError, bool IsFixed);

/// <summary>Several models side by side: a column a model, a row a parameter of any of them.</summary>
internal sealed class ModelTable
{
    private const char Between = '\n';
    private static readonly ModelCell None = new("", "", null, false);
    private readonly Words?[] _said; // what tells rows of one name apart

    /// <summary>Puts them side by side.</summary>
    /// <param name="studies">What was found, at least one.</param>
    public ModelTable(IReadOnlyList<StudyResult> studies)
    {
        Studies = studies;
        string[] rows = [.. Union([.. studies.Select(study => study.Estimates.Parameters.Select(name => Row(study, name)).ToArray())])];
        Parameters = [.. rows.Select(row => row[..row.IndexOf(Between, StringComparison.Ordinal)])];
        Cells = [.. studies.Select(study => Column(study, rows))];
        _said = [.. rows.Select((row, k) => Parameters.Count(name => name == Parameters[k]) == 1 ? null
            : ParameterMeaning.Of(studies.First(study => study.Estimates.Parameters.Contains(Parameters[k])
                && Row(study, Parameters[k]) == row).Study, Parameters[k]).Said)];
    }

    /// <summary>The studies, in the order of the columns.</summary>
    public IReadOnlyList<StudyResult> Studies { get; }

    /// <summary>Names of the parameters of the rows; one that means different things in different models has several.</summary>
    public IReadOnlyList<string> Parameters { get; }

    /// <summary>The estimates, shape [studies][parameters].</summary>
    public IReadOnlyList<IReadOnlyList<ModelCell>> Cells { get; }

    /// <summary>What stands below the estimates: a heading and a value a study.</summary>
    public IReadOnlyList<(string Name, IReadOnlyList<string> Values)> Fit =>
    [
        Line("Choice situations", r => PaperNumber.Whole(r.Situations)),
        .. Studies.Any(s => s.Study.Data.Weight is not null)
            ? [Line("Sum of weights", r => r.SumOfWeights.ToString("#,0.###", CultureInfo.InvariantCulture))]
            : Array.Empty<(string, IReadOnlyList<string>)>(),
        Line("People", r => PaperNumber.Whole(r.Persons)),
        Line("Parameters estimated", r => PaperNumber.Whole(r.Estimated)),
        Line("Log-likelihood", r => r.LogLikelihood.ToString("#,0.000", CultureInfo.InvariantCulture).Replace('-', '−')),
        Line("McFadden's ρ²", r => r.RhoSquared.ToString("0.0000", CultureInfo.InvariantCulture)),
        Line("AIC", r => PaperNumber.Two(r.Aic)),
        Line("BIC", r => PaperNumber.Two(r.Bic)),
        Line("Standard errors", r => r.DefaultCovariance switch
        {
            CovarianceKind.Hessian => "Hessian",
            CovarianceKind.OuterProduct => "BHHH",
            CovarianceKind.Robust => "robust",
            CovarianceKind.Bootstrap => "bootstrap",
            _ => "clustered",
        }),
    ];

    /// <summary>Warnings of each study, with its number in front, and what cannot be compared.</summary>
    public IEnumerable<InputMessage> Warnings
    {
        get
        {
            for (int i = 1; i < Studies.Count; i++)
            {
                if (SameChoices.Difference(Studies[i].Choices, Studies[0].Choices) is not null)
                {
                    yield return $"({i + 1}) is about other choices than (1): log-likelihood, AIC and BIC do not compare them";
                }
            }

            foreach ((int i, StudyResult study) in Studies.Index())
            {
                foreach (InputMessage warning in study.Warnings)
                {
                    yield return $"({i + 1}) {warning}";
                }
            }
        }
    }

    /// <summary>Notes on the models' parameters, each with the numbers of the models that it is of.</summary>
    public IEnumerable<(string Of, string Note)> Notes => Studies
        .SelectMany((study, s) => (study.IsSimulated ? [SimulatedAnswers.Note] : Array.Empty<string>())
            .Concat(ResultLines.ParameterNotes(study)).Select(note => (Number: s + 1, Note: note)))
        .GroupBy(n => n.Note).Select(same => (string.Join(", ", same.Select(n => $"({n.Number})").Distinct()), same.Key));

    /// <summary>What a row is called by name, with what it means where other rows of the name mean something else.</summary>
    public string Name(int parameter, ReportText t) => Told(Parameters[parameter], parameter, t);

    /// <summary>What a row is called: its label in the first study that has one, else the parameter's name.</summary>
    public string Label(int parameter, ReportText t) => Told(Studies
        .Select(study => ParameterLabels.Named(study.Study, Parameters[parameter], t))
        .FirstOrDefault(label => label != Parameters[parameter], Parameters[parameter]), parameter, t);

    private string Told(string name, int parameter, ReportText t) => _said[parameter] is { English.Length: > 0 } said
        ? $"{name} ({t.Say(said.English, said.French)})"
        : name;

    private static string Row(StudyResult study, string parameter) =>
        $"{parameter}{Between}{ParameterMeaning.Of(study.Study, parameter).Key}";

    /// <summary>What a column is called: its number and the name of the study.</summary>
    public string Heading(int study) => string.Create(CultureInfo.InvariantCulture, $"({study + 1}) {Studies[study].Study.Name}");

    /// <summary>
    /// Names in an order that keeps that of each list where it can: a new name stands behind the one before it in its list; where none is
    /// before it, in front of the next that is known, or last.
    /// </summary>
    internal static IReadOnlyList<string> Union(IReadOnlyList<IReadOnlyList<string>> lists)
    {
        var union = new List<string>();
        foreach (IReadOnlyList<string> list in lists)
        {
            int at = -1;
            foreach (string name in list)
            {
                int known = union.IndexOf(name);
                if (known < 0)
                {
                    int next = at >= 0 ? at + 1 : list.Select(other => union.IndexOf(other)).FirstOrDefault(k => k >= 0, union.Count);
                    union.Insert(next, name);
                    known = next;
                }

                at = known;
            }
        }

        return union;
    }

    private static ModelCell[] Column(StudyResult study, string[] rows)
    {
        var own = ParameterRow.Of(study.Estimates).ToDictionary(row => Row(study, row.Name));
        return [.. rows.Select(id => !own.TryGetValue(id, out ParameterRow? row) ? None
            : new ModelCell(
                PaperNumber.Text(row.Estimate), row.Stars, row.IsFixed ? null : PaperNumber.Text(row.StandardError), row.IsFixed))];
    }

    private (string, IReadOnlyList<string>) Line(string name, Func<EstimationResult, string> value) =>
        (name, [.. Studies.Select(study => value(study.Estimates))]);
}
