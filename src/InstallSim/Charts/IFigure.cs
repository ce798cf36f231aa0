namespace InstallSim.Charts;

/// <summary>A figure: one file and one line in the catalog of its kind.</summary>
/// <typeparam name="TContext">What it is drawn from and for: results, language, width and what the reader chose.</typeparam>
public interface IFigure<in TContext>
{
    /// <summary>Kebab-case, unique: the name of its files.</summary>
    string Id { get; }

    /// <summary>What it shows, for whom looks for a figure; one sentence.</summary>
    (string English, string French) Shows { get; }

    /// <summary>Whether there is what it shows.</summary>
    bool Applies(TContext context);

    /// <summary>The figure as data.</summary>
    Chart Draw(TContext context);
}
