namespace InstallSim.World;

/// <summary>
/// How alternatives are numbered: j = F·i + form for territory i and the F forms of <see cref="PracticeForms"/>; the opt-outs follow, in
/// the order of <see cref="OptOut"/>.
/// </summary>
public static class AlternativeTable
{
    /// <summary>Forms of practice in each territory.</summary>
    public static int Forms => PracticeForms.Count;

    /// <summary>Alternative of a territory and form.</summary>
    public static int Of(int territory, PracticeForm form) => (territory * Forms) + (int)form;

    /// <summary>Territory of an alternative.</summary>
    public static int Territory(int alternative) => alternative / Forms;

    /// <summary>Form of an alternative.</summary>
    public static PracticeForm Form(int alternative) => (PracticeForm)(alternative % Forms);
}

/// <summary>What a physician without a place can choose instead of one.</summary>
public enum OptOut : byte
{
    /// <summary>Stay a locum for another year.</summary>
    Locum,
    /// <summary>A salaried job outside ambulatory general practice, mostly in hospital.</summary>
    Salaried,
    /// <summary>Another region; only where the study is a region.</summary>
    Elsewhere,
}
