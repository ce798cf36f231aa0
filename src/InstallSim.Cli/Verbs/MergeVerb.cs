using System.CommandLine;
using InstallSim.Experiments.Sweeps;
using InstallSim.Outputs;

namespace InstallSim.Cli.Verbs;

/// <summary><c>merge</c>: the shards of a sweep, made on several machines, as one.</summary>
internal static class MergeVerb
{
    public static Command Command()
    {
        var shards = new Argument<string[]>("SHARDS")
        {
            Description = "Results folders of all shards of a sweep, in any order.",
            Arity = ArgumentArity.OneOrMore,
        };
        shards.Validators.Add(RunOptions.NoOptionIsAPath);
        var folder = new Option<string?>("--out") { Description = "Folder of the results (default: out/NAME).", HelpName = "DIR" };
        Option<bool> force = RunOptions.ForceOption("Replaces results that were changed, keeping what this program did not write.");
        var quiet = new Option<bool>("--quiet") { Description = "Says nothing but errors." };
        var command = new Command("merge", """
            Puts the shards of a sweep together: the same tables, and the same hash, as of one machine. Shards that are missing, there
            twice, of another sweep or changed are refused by name.

            Examples, after 'installsim new demo':
              installsim sweep demo/plans/sweep.yaml --shard 1/2 --out out/one
              installsim sweep demo/plans/sweep.yaml --shard 2/2 --out out/two
              installsim merge out/one out/two --out out/sweep
            """) { shards, folder, force, quiet };
        command.SetAction((parsed, _) =>
        {
            var read = SweepMerge.Read(parsed.GetValue(shards)!);
            string path = parsed.GetValue(folder) ?? Path.Combine("out", read[0].Manifest.Name);
            using AtomicFolder target = AtomicFolder.CreateOf(
                path, parsed.GetValue(force), SweepManifest.FileName, parsed.GetValue(shards)!);
            SweepManifest whole = SweepMerge.Merge(read, target.Path);
            return Task.FromResult(SweepVerb.Finish(parsed, whole, target, path, parsed.GetValue(quiet)));
        });
        return command;
    }
}
