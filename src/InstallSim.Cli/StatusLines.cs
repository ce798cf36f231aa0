using System.CommandLine;
using InstallSim.Experiments.Shards;
using InstallSim.Inputs;
using InstallSim.Outputs;

namespace InstallSim.Cli;

/// <summary>Says how far a run or sweep, or a shard of one, is, and what else stands in its place.</summary>
internal static class StatusLines
{
    /// <summary>Writes it.</summary>
    /// <param name="parsed">The command.</param>
    /// <param name="status">How far it is.</param>
    /// <param name="called">What its pieces are called.</param>
    /// <param name="folder">The folder to be.</param>
    /// <param name="shard">The part; null for the whole.</param>
    public static void Write(ParseResult parsed, WorkStatus status, Words called, string folder, Shard? shard)
    {
        ReportText text = Language.Of(parsed);
        TextWriter output = parsed.InvocationConfiguration.Output;
        string failed = status.Failed > 0 ? text.Say($", {status.Failed} failed", $", {status.Failed} en échec") : "";
        int left = status.Asked - status.Finished;
        string rest = !status.IsWritten ? text.Say($"; {left} left", $"\u00a0; reste {left}")
            : shard is null ? text.Say($"; results are in {folder}", $"\u00a0; les résultats sont dans {folder}")
            : text.Say($"; shard {shard} is in {folder}", $"\u00a0; la part {shard} est dans {folder}");
        string french = status.Finished < 2 ? called.French.TrimEnd('s') : called.French;
        string what = status.Asked == 1 ? $"{called.English.TrimEnd('s')} is" : $"{called.English} are";
        output.WriteLine(text.Say($"{status.Finished} of {status.Asked} {what} finished{failed}{rest}",
            $"Fait\u00a0: {status.Finished} {french} sur {status.Asked}{failed}{rest}"));
        Others(parsed, status);
        Empty(parsed, status.Asked, called, shard);
    }

    /// <summary>Says what stands in the place of what is asked for.</summary>
    public static void Others(ParseResult parsed, WorkStatus status)
    {
        ReportText text = Language.Of(parsed);
        foreach (InputError other in status.Others)
        {
            parsed.InvocationConfiguration.Output.WriteLine(text.Say($"{other.Place}: {other.Message}",
                $"{other.Place.French}\u00a0: {other.Said.French}"));
        }
    }

    /// <summary>Says that a shard has nothing to do, for there are more shards than pieces.</summary>
    public static void Empty(ParseResult parsed, int asked, Words called, Shard? shard)
    {
        if (shard is not null && asked == 0)
        {
            parsed.InvocationConfiguration.Output.WriteLine(Language.Of(parsed).Say(
                $"Shard {shard} has no {called.English}: there are fewer than shards. The merge takes its folder all the same.",
                $"La part {shard} n’a pas de {called.French}\u00a0: il y en a moins que de parts. L’assemblage prend quand même "
                    + "son dossier."));
        }
    }
}
