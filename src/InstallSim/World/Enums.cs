namespace InstallSim.World;

/// <summary>Kind of territory: centre of a large attraction area, its crown, or outside (INSEE's <c>aires d'attraction</c>).</summary>
public enum AreaType : byte
{
    /// <summary>Most people live in the pole of an attraction area.</summary>
    Urban,
    /// <summary>Most people live in the crown of an attraction area.</summary>
    Periurban,
    /// <summary>Most people live outside, or the main town is small.</summary>
    Rural,
}

/// <summary>Form of practice that a physician installs in.</summary>
public enum PracticeForm : byte
{
    /// <summary>Alone (<c>cabinet individuel</c>).</summary>
    Solo,
    /// <summary>Group practice (<c>cabinet de groupe</c>).</summary>
    Group,
    /// <summary>Multi-professional health centre (<c>maison de santé pluriprofessionnelle</c>).</summary>
    Msp,
    /// <summary>Salaried health centre (<c>centre de santé</c>).</summary>
    HealthCentre,
}

/// <summary>Where a physician is in life.</summary>
public enum Stage : byte
{
    /// <summary>Replaces others, has no place of their own (<c>remplaçant</c>).</summary>
    Locum,
    /// <summary>Practises at a place.</summary>
    Installed,
    /// <summary>Retired.</summary>
    Retired,
    /// <summary>Left ambulatory general practice, or the study region.</summary>
    Left,
}

/// <summary>A physician's partner.</summary>
public enum Partner : byte
{
    /// <summary>None.</summary>
    None,
    /// <summary>A partner whose work does not bind the couple to a place.</summary>
    Flexible,
    /// <summary>A partner with a career that needs a job market (<c>cadre</c>).</summary>
    Career,
}

/// <summary>Legal zoning of a territory for general practice (<c>zonage</c> of the regional health agency).</summary>
public enum Zone : byte
{
    /// <summary>Outside the zoning.</summary>
    None,
    /// <summary>Zone of complementary action (<c>ZAC</c>).</summary>
    Zac,
    /// <summary>Zone of priority intervention (<c>ZIP</c>).</summary>
    Zip,
}

/// <summary>How a variable of a territory table is known.</summary>
public enum Knowledge : byte
{
    /// <summary>Published for these territories.</summary>
    Real,
    /// <summary>Spread from a published total.</summary>
    Estimated,
    /// <summary>Made from another real variable that stands for it.</summary>
    Proxy,
    /// <summary>Chosen without a source.</summary>
    Assumption,
    /// <summary>Nobody says how.</summary>
    Unsaid,
}
