using InstallSim.Inputs;
using InstallSim.Outputs;

namespace InstallSim.Projects;

/// <summary>A project that <c>installsim new</c> can begin.</summary>
/// <param name="Name">Its name on the command line.</param>
/// <param name="Shows">What it is, in both languages.</param>
/// <param name="Made">Its files; remarks of those that ship are English.</param>
/// <param name="ToDo">What must be filled in before its commands work, a line each, in a language.</param>
/// <param name="Commands">The commands that work then, given the folder as the command line takes it.</param>
public sealed record ProjectTemplate(
    string Name, Words Shows, Func<ReportText, IReadOnlyList<ProjectFile>> Made, Func<ReportText, IReadOnlyList<string>> ToDo,
    Func<string, IReadOnlyList<string>> Commands)
{
    /// <summary>Its files, their remarks in a language.</summary>
    public IReadOnlyList<ProjectFile> Files(ReportText text) =>
        text.IsFrench ? [.. Made(text).Select(FrenchRemarks.In)] : Made(text);
}
