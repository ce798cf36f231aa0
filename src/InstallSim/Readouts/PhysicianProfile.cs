using InstallSim.Inputs;
using InstallSim.World;

namespace InstallSim.Readouts;

/// <summary>A physician whom a user describes: what the model looks at in somebody who seeks a first place.</summary>
public sealed record PhysicianProfile
{
    /// <summary>What stands for a place of birth or training outside the study's territories.</summary>
    public const string Outside = "outside";

    [Key("name", "What the physician is called.", Required = true)]
    [French("Comment s’appelle le médecin.")]
    public string Name { get; init; } = "";

    [Key("age", "Age in the year of the choice.", Unit = "years", Min = 22, Max = 80, Required = true)]
    [French("Âge l’année du choix.")]
    public int Age { get; init; }

    [Key("sex", "Sex.", Required = true)]
    [French("Sexe.")]
    public Sex Sex { get; init; }

    [Key("birth-place", "Code or name of the territory of birth, or outside; a rural one makes a rural origin.", Required = true)]
    [French("Code ou nom du territoire de naissance, ou outside\u00a0; rural, il fait une origine rurale.")]
    public string BirthPlace { get; init; } = "";

    [Key("training-place", "Code or name of the territory of the internship, or outside.", Required = true)]
    [French("Code ou nom du territoire de l’internat, ou outside.")]
    public string TrainingPlace { get; init; } = "";

    [Key("rural-training", "Whether trained in rural practices.")]
    [French("A été formé dans des cabinets ruraux.")]
    public bool RuralTraining { get; init; }

    [Key("partner", "none, flexible (works anywhere), or career (a profession that needs a job market, such as an engineer).",
        Required = true)]
    [French("none\u00a0: sans conjoint\u00a0; flexible\u00a0: qui travaille partout\u00a0; career\u00a0: dont la profession demande un " +
        "marché de l’emploi, comme ingénieur.")]
    public Partner Partner { get; init; }

    [Key("children", "Whether there are children at home.")]
    [French("A des enfants au foyer.")]
    public bool Children { get; init; }

    [Key("class", "Class of preferences, one of the scenario's; drawn by their shares when not said.")]
    [French("Classe de préférences, parmi celles du scénario\u00a0; tirée selon leurs parts si rien n’est dit.")]
    public string? Class { get; init; }
}

/// <summary>Sex of a described physician.</summary>
public enum Sex : byte
{
    /// <summary>A woman.</summary>
    Woman,
    /// <summary>A man.</summary>
    Man,
}
