using InstallSim.Inputs;
using InstallSim.Outputs;

namespace InstallSim.Projects;

/// <summary>A project that <c>installsim new</c> can begin.</summary>
/// <param name="Name">Its name on the command line.</param>
/// <param name="Shows">What it is, in both languages.</param>
/// <param name="Files">Its files, their remarks in a language.</param>
/// <param name="ToDo">What must be filled in before its commands work, a line each, in a language.</param>
/// <param name="Commands">The commands that work then, given the folder as the command line takes it.</param>
public sealed record ProjectTemplate(
    string Name, Words Shows, Func<ReportText, IReadOnlyList<ProjectFile>> Files, Func<ReportText, IReadOnlyList<string>> ToDo,
    Func<string, IReadOnlyList<string>> Commands);
