using InstallSim.Choice.Data;

namespace InstallSim.Choice.Models;

/// <summary>The choices of a <see cref="GeneralMixedLogit"/> by independent unit, and where its parameters stand in θ.</summary>
internal sealed class GeneralMixedUnits
{
    private readonly int[] _firstSituation;
    private readonly double[] _scale;

    /// <exception cref="ArgumentException">What explains a scale differs within a situation, or what explains a coefficient within a
    /// unit.</exception>
    public GeneralMixedUnits(GeneralMixedLogit model, ChoiceData data)
    {
        Model = model;
        CoefficientTerms terms = model.Tastes.Terms;
        Covariates = [.. terms.Covariates, .. model.SpreadsBy.Select(by => by.Covariate).Distinct().Except(terms.Covariates)];
        Varies = model.RandomScale is null ? terms.Varies : terms.Coefficients.Length;
        Panel = new PanelDifferences(data, terms.Variables, Varies, model.Tastes.Panel, Covariates);
        Trees = new GeneralMixedTrees(model.Nests, model.Parameters, data);
        _firstSituation = [.. Enumerable.Range(0, Panel.Units + 1).Select(u => model.Tastes.Panel ? data.FirstSituation(u) : u)];
        MostAlternatives = Enumerable.Range(0, data.Situations).Max(data.Alternatives);
        _scale = new double[data.Situations * model.Scale.Count];
        foreach ((int m, string name) in model.Scale.Index())
        {
            var column = data.Column(name);
            for (int n = 0; n < data.Situations; n++)
            {
                double value = column[data.Start(n)];
                _scale[(n * model.Scale.Count) + m] = value;
                int other = column.Slice(data.Start(n), data.Alternatives(n)).IndexOfAnyExcept(value);
                if (other >= 0)
                {
                    throw new ArgumentException($"'{name}' explains the scale but is not the same on all rows of a choice situation: row "
                        + $"{data.SourceRow(data.Start(n) + other) + 1}", nameof(data));
                }
            }
        }
    }

    public GeneralMixedLogit Model { get; }

    public CoefficientTerms Terms => Model.Tastes.Terms;

    /// <summary>Variables of the unit that means and spreads depend on.</summary>
    public string[] Covariates { get; }

    /// <summary>How many of the coefficients vary by draw; all where the scale does.</summary>
    public int Varies { get; }

    public PanelDifferences Panel { get; }

    public GeneralMixedTrees Trees { get; }

    public int MostAlternatives { get; }

    /// <summary>Most situations of a unit.</summary>
    public int MostSituations => Enumerable.Range(0, Panel.Units).Max(Situations);

    /// <summary>Place in θ of the first parameter after those of the tastes.</summary>
    public int AfterTastes => Model.Tastes.Parameters.Count;

    /// <summary>Place in θ of τ; −1: none.</summary>
    public int Tau => Model.RandomScale is null ? -1 : AfterTastes + Model.Scale.Count;

    /// <summary>Place in θ of the first δ of a spread.</summary>
    public int AfterScales => AfterTastes + Model.Scale.Count + (Tau < 0 ? 0 : 1) + (Model.HasGamma ? 1 : 0);

    public int FirstSituation(int unit) => _firstSituation[unit];

    public int Situations(int unit) => _firstSituation[unit + 1] - _firstSituation[unit];

    /// <summary>z of a situation, shape [M].</summary>
    public ReadOnlySpan<double> Scale(int situation) => _scale.AsSpan(situation * Model.Scale.Count, Model.Scale.Count);
}
