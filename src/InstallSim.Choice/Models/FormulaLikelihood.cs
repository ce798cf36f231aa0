using System.Globalization;
using InstallSim.Choice.Data;
using InstallSim.Choice.Estimation;

namespace InstallSim.Choice.Models;

/// <summary>
/// The logit of formulas. It starts where the parameters that bend V stand at their starts and the others, in which V is then straight,
/// at the maximum of that concave logit.
/// </summary>
internal sealed class FormulaLikelihood : MultinomialLikelihood
{
    /// <summary>By what starts are moved to see whether choices depend on a parameter at all.</summary>
    private const double Nudge = 0.137;

    private readonly FormulaLogit _model;
    private readonly ChoiceData _data;
    private readonly FormulaPart _part;

    public FormulaLikelihood(FormulaLogit model, ChoiceData data, FormulaPart part)
        : base(model.Parameters, part.Data, part: part) => (_model, _data, _part) = (model, data, part);

    public override double[] Start => [.. _model.Start];

    /// <summary>
    /// Parameters without a slope, and those whose slope is the same for all alternatives of each set, at the start and away from it.
    /// </summary>
    public override IReadOnlyList<Undetermined> Undetermined =>
    [
        .. Levels.Jumping.Select(k => new Undetermined(Parameters[k], _model.Start[k], Estimation.Undetermined.Jumps)),
        .. Levels.AboutStart([.. Start.Select((s, k) => s + (Nudge * (1 + (0.1 * k))))]),
    ];

    /// <summary>Parameters that V is level in where they ended, and those at a kink of it.</summary>
    public override IReadOnlyList<Unidentified> Doubts(double[] theta) => Levels.At(theta);

    public override IReadOnlyList<Undetermined> Kinks(double[] theta) => Levels.KinksAt(theta);

    private FormulaLevels Levels => new(this, _model, _data);

    public override double[] StartFor(EstimationOptions options)
    {
        double[] placed = options.Place(Parameters, Start);
        if (!Array.TrueForAll(_part.Utilities(placed), double.IsFinite) && _model.Faults(_data, placed).FirstOrDefault() is { } fault)
        {
            string because = string.Join(", ", fault.Because.Select(b => $"{b.Part} is {Text(b.Value)}"));
            throw new ArgumentException(
                $"row {_data.SourceRow(fault.Row) + 1}: {fault.Part} is no number at the starting values: {because}");
        }

        int[] bending = _model.Terms.Value.Bending;
        if (bending.Length > 0 && IsStuck(placed, bending))
        {
            int[] free = [.. bending.Where(k => !options.Binds(Parameters[k]) && !options.Gives(Parameters[k]))];
            placed = options.Place(Parameters, [.. placed.Select((value, k) => free.Contains(k) ? value + Nudge : value)]);
        }

        double[] started = Straightened(placed, bending, options);
        int[] stuck = [.. Levels.Stuck(started).Where(k => !options.Binds(Parameters[k]) && !options.Gives(Parameters[k]))];
        double[] moved = options.Place(Parameters, [.. started.Select((value, k) => stuck.Contains(k) ? value + Nudge : value)]);
        return stuck.Length > 0 && Array.TrueForAll(_part.Utilities(moved), double.IsFinite) ? moved : started;
    }

    /// <summary>The maximum over the parameters in which V is straight, with those held that bend it.</summary>
    private double[] Straightened(double[] placed, int[] bending, EstimationOptions options)
    {
        string[] held = [.. Parameters.Where((name, k) => options.Gives(name) || bending.Contains(k))];
        IReadOnlyList<string>[] whole = [.. options.Equal.Where(group => !group.Any(held.Contains))];
        var fix = held.Concat(options.Equal.Except(whole).SelectMany(group => group)).Distinct()
            .ToDictionary(name => name, name => placed[Parameters.ToList().IndexOf(name)]);
        if (bending.Length == 0 || fix.Count == Parameters.Count)
        {
            return placed;
        }

        var straight = new EstimationOptions { Fixed = fix, Equal = whole, Threads = options.Threads, Cancellation = options.Cancellation };
        double[] found = new TrustRegion(this, new FreeParameters(Parameters, straight), straight).Run(placed).Theta;
        return Array.TrueForAll(found, double.IsFinite) ? found : placed;
    }

    /// <summary>
    /// Whether choices do not depend on some parameter, or V has no slope, only because those that bend V stand where they do: x⁰, say.
    /// </summary>
    private bool IsStuck(double[] theta, int[] bending)
    {
        Evaluation at = Evaluate(theta, Derivatives.OuterProduct);
        return !Array.TrueForAll(at.Gradient, double.IsFinite)
            || Enumerable.Range(0, theta.Length).Any(k => !bending.Contains(k) && at.OuterProduct[(k * theta.Length) + k] == 0);
    }

    private static string Text(double value) => value.ToString("0.######", CultureInfo.InvariantCulture);
}
