using System.Text;
using InstallSim.Inputs;
using InstallSim.Outputs;
using InstallSim.Results;

namespace InstallSim.Reporting.Trace;

/// <summary>
/// Results as a TRACE document (Grimm et al. 2014, "Towards better modelling and decision support: documenting model development, testing,
/// and analysis using TRACE"): what was asked, with which model, from which data, how it was checked, what hangs on what, and what it was
/// compared with. All of it is read from the results; what they do not hold is named, never made up.
/// </summary>
public static class TraceDossier
{
    private const string Mark = "# TRACE";

    /// <summary>Refuses to write over a file of the results, and, unless forced, over any that is no TRACE document.</summary>
    /// <param name="path">The file to write.</param>
    /// <param name="results">The folder of the results.</param>
    /// <param name="force">Whether it may be.</param>
    /// <exception cref="InputException">Another file stands there.</exception>
    public static void RefuseOther(string path, string results, bool force)
    {
        AtomicFile.RefuseDevice(path);
        bool isOther = System.IO.File.Exists(path)
            && System.IO.File.ReadLines(path).FirstOrDefault()?.StartsWith(Mark, StringComparison.Ordinal) != true;
        if (isOther && !force)
        {
            throw new InputException(new Place(path), new Words(
                "exists and is no TRACE document; it is not replaced: name another file, or say --force",
                "existe et n’est pas un document TRACE\u00a0; il n’est pas remplacé\u00a0: nommer un autre fichier, ou dire --force"));
        }

        if (isOther)
        {
            AtomicFile.RefuseInput(path, FileList.Read(results).Paths.Select(file => Path.Combine(results, file)));
        }
    }

    /// <summary>Name of the file where none is given.</summary>
    public const string File = "trace.md";

    private const string ValidationPage = "validation.md";

    /// <summary>Writes the document.</summary>
    /// <param name="results">The results, whole and unchanged.</param>
    /// <param name="folder">Their folder as it was named, for the command that makes them again.</param>
    /// <param name="text">Language.</param>
    /// <param name="validation">What <see cref="ReadValidation"/> read; null where nothing was given.</param>
    public static string Write(RunResults results, string folder, ReportText text, string? validation = null)
    {
        var context = new FigureContext(new ResultIndex(results), text);
        Manifest m = results.Manifest;
        var page = new StringBuilder();
        page.Append($"{Mark}{context.Say(": ", "\u00a0: ")}{Markdown.Plain(m.ShownName)}\n\n");
        page.Append(context.Say(
            $"Written by `installsim trace {folder}` from the results alone, in the order of TRACE (Grimm et al. 2014). InstallSim "
                + $"{m.Version}; hash of the results: `{m.ResultHash}`.\n",
            $"Écrit par `installsim trace {folder} --lang fr` à partir des seuls résultats, dans l’ordre de TRACE (Grimm et al. 2014). "
                + $"InstallSim {m.Version}\u00a0; empreinte des résultats\u00a0: `{m.ResultHash}`.\n"));
        (string Heading, IEnumerable<string> Parts)[] sections =
        [
            (context.Say("Problem formulation", "Formulation du problème"), TraceModel.Problem(context)),
            (context.Say("Model description", "Description du modèle"), TraceModel.Description(context)),
            (context.Say("Data evaluation", "Évaluation des données"), TraceModel.Data(context)),
            (context.Say("Conceptual model evaluation", "Évaluation du modèle conceptuel"), TraceModel.Concept(context)),
            (context.Say("Implementation verification", "Vérification de l’implémentation"), TraceOutputs.Implementation(context, folder)),
            (context.Say("Model output verification", "Vérification des sorties"), TraceOutputs.Verification(context)),
            (context.Say("Model analysis", "Analyse du modèle"), TraceOutputs.Analysis(context)),
            (context.Say("Model output corroboration", "Corroboration des sorties"), TraceOutputs.Corroboration(context, validation)),
        ];
        foreach ((int k, (string heading, IEnumerable<string> parts)) in sections.Index())
        {
            page.Append($"\n## {k + 1}. {heading}\n");
            foreach (string part in parts.Where(part => part.Length > 0))
            {
                page.Append('\n').Append(part.TrimEnd('\n')).Append('\n');
            }
        }

        return page.ToString();
    }

    /// <summary>Reads what <c>backtest</c> wrote, its headings set below those of the document, its pictures named by their path.</summary>
    /// <param name="folder">A folder that <c>backtest</c> wrote.</param>
    /// <exception cref="InputException">It is none, or its page was changed.</exception>
    public static string ReadValidation(string folder)
    {
        string path = Path.Combine(folder, ValidationPage);
        if (!System.IO.File.Exists(path))
        {
            throw new InputException(new Place(folder), $"holds no validation.md: 'installsim backtest FILE --out {folder}' writes it");
        }

        if (!FileList.Read(folder).IsOwn(ValidationPage))
        {
            throw new InputException(new Place(path), new Words(
                $"was changed after it was written: {FileList.Name} says otherwise",
                $"a été modifié après son écriture\u00a0: {FileList.Name} dit autre chose"));
        }

        return string.Join('\n', System.IO.File.ReadAllLines(path).Select(line => line.StartsWith('#') ? $"##{line}" : line)
            .Where(line => !line.StartsWith("![", StringComparison.Ordinal)));
    }

    /// <summary>What a section says of what the results do not hold.</summary>
    internal static string Absent(FigureContext context, string english, string french) =>
        context.Say($"*Not in these results:* {english}.", $"*Pas dans ces résultats\u00a0:* {french}.");
}
