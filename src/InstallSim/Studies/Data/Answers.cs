using InstallSim.Choice.Data;
using InstallSim.Studies.Settings;

namespace InstallSim.Studies.Data;

/// <summary>Turns answers of any kind into choices.</summary>
internal static class Answers
{
    /// <summary>Choices of a table whose answers are a choice, a ranking, or a best and a worst.</summary>
    /// <param name="data">Which kind they are.</param>
    /// <param name="table">The table.</param>
    /// <param name="answer">Answer of each row: 1 chosen; or its rank; or 1 best and 2 worst.</param>
    /// <exception cref="ChoiceDataException">The answers cannot be used.</exception>
    public static ChoiceData Read(StudyData data, ChoiceTable table, int[] answer) => data switch
    {
        { Rank: not null } or { Ranking.Count: > 0 } => RankedChoices.Explode(table, answer),
        { Best: not null } =>
            RankedChoices.BestWorst(table, [.. answer.Select(a => a == 1)], [.. answer.Select(a => a == 2)], data.BestWorst switch
            {
                BestWorstReading.MaxDiff => BestWorstModel.MaxDiff,
                BestWorstReading.Marginal => BestWorstModel.Marginal,
                _ => BestWorstModel.Sequential,
            }),
        _ => ChoiceData.Create(table),
    };
}
