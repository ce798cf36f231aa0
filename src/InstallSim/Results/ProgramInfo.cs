using System.Reflection;
using InstallSim.Choice.Draws;

namespace InstallSim.Results;

/// <summary>
/// Which program made a result: two builds that differ in one constant have the same version, but never the same modules.
/// </summary>
/// <param name="Version">Version, and after <c>+</c> the commit that was built, <c>.dirty</c> where files differed from it.</param>
/// <param name="Modules">Assemblies that results depend on, with their module version ids: hashes of all that they are made of.</param>
public sealed record ProgramInfo(string Version, IReadOnlyList<ModuleInfo> Modules)
{
    /// <summary>The program that is running.</summary>
    public static ProgramInfo Current { get; } = new(
        typeof(ProgramInfo).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion,
        [Of(typeof(ProgramInfo).Module), Of(typeof(DrawKey).Module)]);

    /// <summary>The version alone, such as <c>0.1.0</c>.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public string Number => Version.Split('+')[0];

    /// <summary>The same in one line, such as <c>0.1.0+4a366dc (InstallSim 1f3a, InstallSim.Choice 77c0)</c>.</summary>
    public override string ToString() =>
        $"{Version} ({string.Join(", ", Modules.Select(m => $"{m.Name} {m.Id[..Math.Min(8, m.Id.Length)]}"))})";

    private static ModuleInfo Of(Module module) => new(module.Assembly.GetName().Name!, module.ModuleVersionId.ToString("N"));
}

/// <summary>An assembly.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Id">Its module version id, 32 hexadecimal digits.</param>
public sealed record ModuleInfo(string Name, string Id);
