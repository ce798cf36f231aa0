using InstallSim.Simulation;
using InstallSim.World;

namespace InstallSim.Readouts;

/// <summary>What a scenario changes about one place for the physician, beside the first scenario.</summary>
/// <param name="Alternative">The place.</param>
/// <param name="Before">Its probability under the first scenario.</param>
/// <param name="After">Its probability under this one.</param>
/// <param name="Terms">Change of each term, utils.</param>
/// <param name="Considered">Change of the probability that the territory is considered.</param>
/// <param name="Opened">1 where a place is open only under this one, −1 only under the first, else 0.</param>
public sealed record ExplainChange(
    int Alternative, double Before, double After, IReadOnlyList<(string Term, double Change)> Terms, double Considered, int Opened)
{
    /// <summary>A change of a probability that is none.</summary>
    private const double Least = 5e-6;

    /// <summary>The places that a scenario changes, those of largest change of probability first.</summary>
    public static IEnumerable<ExplainChange> Of(ExplainResult result, int scenario)
    {
        (PersonalChoice first, PersonalChoice other) = (result.Choices[0], result.Choices[scenario]);
        return Enumerable.Range(0, first.Probability.Count)
            .Where(j => Math.Abs(other.Probability[j] - first.Probability[j]) >= Least)
            .OrderByDescending(j => Math.Abs(other.Probability[j] - first.Probability[j])).ThenBy(j => j)
            .Select(j => Of(result, scenario, j));
    }

    private static ExplainChange Of(ExplainResult result, int scenario, int alternative)
    {
        (PersonalChoice first, PersonalChoice other) = (result.Choices[0], result.Choices[scenario]);
        double[] before = first.TermsOf(alternative), after = other.TermsOf(alternative);
        int territory = AlternativeTable.Territory(alternative);
        double Value(PersonalChoice choice, double[] terms, string term) =>
            choice.Terms.ToList().IndexOf(term) is >= 0 and int at ? terms[at] : 0;
        return new ExplainChange(
            alternative, first.Probability[alternative], other.Probability[alternative],
            [.. result.AllTerms.Select(t => (t, Value(other, after, t) - Value(first, before, t)))],
            other.Considered(territory) - first.Considered(territory),
            (other.IsOpen(alternative) ? 1 : 0) - (first.IsOpen(alternative) ? 1 : 0));
    }
}
