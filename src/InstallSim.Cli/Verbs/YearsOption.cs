using System.CommandLine;
using InstallSim.Inputs;

namespace InstallSim.Cli.Verbs;

/// <summary>The option that says the years; wrong ones are told beside all else that is wrong with the command.</summary>
internal static class YearsOption
{
    public static Option<string?> Create()
    {
        var years = new Option<string?>("--years")
        {
            Description = "First and last year, such as 2025..2045.",
            HelpName = "A..B",
        };
        years.Validators.Add(r =>
        {
            if (r.Tokens is [.., { Value: { Length: > 0 } text }] && YearRange.TryRead(text, out _) is { } wrong)
            {
                r.Refuse($"{r.Option.Name}: {wrong}, found '{text}'");
            }
        });
        return years;
    }
}
