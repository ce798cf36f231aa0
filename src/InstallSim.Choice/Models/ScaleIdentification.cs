using InstallSim.Choice.Data;
using InstallSim.Choice.Estimation;

namespace InstallSim.Choice.Models;

/// <summary>Which variables of a scale choices can tell: those that differ between situations in which there is a choice.</summary>
internal static class ScaleIdentification
{
    /// <summary>The parameters <c>scale.z</c> to hold at 0.</summary>
    public static IReadOnlyList<Undetermined> Of(ChoiceData data, IReadOnlyList<string> scale) =>
        [.. scale.Where(name => IsConstant(data, data.Column(name))).Select(name => new Undetermined(
            "scale." + name, 0, "it is the same in all choice situations: a scale needs another to compare with"))];

    private static bool IsConstant(ChoiceData data, ReadOnlySpan<double> x)
    {
        double first = double.NaN;
        for (int n = 0; n < data.Situations; n++)
        {
            double value = x[data.Start(n)];
            if (data.Alternatives(n) > 1 && value != first && !double.IsNaN(first))
            {
                return false;
            }

            first = data.Alternatives(n) > 1 ? value : first;
        }

        return true;
    }
}
