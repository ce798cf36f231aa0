using System.Text.Json;
using System.Text.Json.Nodes;
using InstallSim.Inputs;
using InstallSim.Outputs;
using InstallSim.Studies.Results;
using InstallSim.Studies.Settings;

namespace InstallSim.Studies.Uptakes;

/// <summary>Estimates that <c>installsim estimate</c> wrote, read again.</summary>
/// <param name="Path">The file, <c>estimates.json</c>.</param>
/// <param name="Theta">Estimates, shape [K], in the order of the model's parameters.</param>
/// <param name="Covariance">Their covariance, shape [K, K]; 0 for those that are fixed.</param>
/// <param name="Kind">Kind of the covariance.</param>
/// <param name="Warnings">What was warned of.</param>
internal sealed record SavedEstimates(string Path, double[] Theta, double[,] Covariance, string Kind, IReadOnlyList<Words> Warnings)
{
    /// <summary>Reads the estimates of a study.</summary>
    /// <param name="path">The file.</param>
    /// <param name="source">The study.</param>
    /// <param name="parameters">The model's parameters.</param>
    /// <param name="force">Whether estimates that did not converge are taken.</param>
    /// <exception cref="InputException">There is no such file, it is of another study, or nothing can be built on it.</exception>
    public static SavedEstimates Read(string path, StudySource source, IReadOnlyList<string> parameters, bool force)
    {
        JsonObject json = Json(path, source);
        var place = new Place(path);
        if (!force && FileList.Read(System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(path))!) is var written
            && System.IO.Path.GetFileName(path) is var name && written.Has(name) && !written.IsOwn(name))
        {
            throw new InputException(place, new Words(
                "was changed after it was written; estimate again, or --force takes it as it is",
                "a été modifié après son écriture\u00a0; estimer à nouveau, ou --force le prend tel quel"));
        }

        CheckStudy(json, source, place);
        string[] names = Texts(json["parameters"]);
        if (!names.SequenceEqual(parameters))
        {
            throw new InputException(place, new Words(
                $"holds the parameters {string.Join(", ", names)}, but the study has {string.Join(", ", parameters)}; estimate it again",
                $"contient les paramètres {string.Join(", ", names)}, mais l’étude a {string.Join(", ", parameters)}\u00a0; "
                    + "l’estimer à nouveau"));
        }

        bool[] isFixed = [.. json["fixed"]!.AsArray().Select(f => (bool)f!)];
        double[,] covariance = Matrix(json["covariance"]!.AsArray(), isFixed);
        if (!force && !((bool?)json["converged"] == true && (bool?)json["identified"] == true))
        {
            throw new InputException(place, new Words(
                "holds estimates that did not converge, or that the data cannot tell; --force takes them all the same",
                "contient des estimations sans convergence, ou que les données ne déterminent pas\u00a0; --force les prend quand même"));
        }

        double[] theta = Numbers(json["estimates"]);
        if (theta.Concat(covariance.Cast<double>()).Any(x => !double.IsFinite(x)))
        {
            throw new InputException(place, new Words(
                "holds no standard error for some parameter, so that there is no interval to be had; say fewer variables",
                "ne contient pas d’erreur type pour un paramètre, donc aucun intervalle n’est possible\u00a0; retirer des variables"));
        }

        return new SavedEstimates(path, theta, covariance, (string?)json["standard_error_kind"] ?? "",
            [.. Texts(json["warnings"]).Zip(Texts(json["warnings_fr"]), (english, french) => new Words(english, french))]);
    }

    private static JsonObject Json(string path, StudySource source)
    {
        var place = new Place(path);
        if (Directory.Exists(path))
        {
            string file = System.IO.Path.Combine(path, EstimatedFrom.FileName);
            Words hint = File.Exists(file)
                ? new($"; did you mean {file}?", $"\u00a0; vouliez-vous dire {file}\u00a0?")
                : new($"; it has no {EstimatedFrom.FileName}", $"\u00a0; il n’a pas de {EstimatedFrom.FileName}");
            throw new InputException(place, new Words(
                $"is a folder; a file is expected, the {EstimatedFrom.FileName} that 'installsim estimate {source.Path}' writes"
                    + hint.English,
                $"est un dossier\u00a0; un fichier est attendu, le {EstimatedFrom.FileName} qu’écrit "
                    + $"«\u00a0installsim estimate {source.Path}\u00a0»{hint.French}"));
        }

        if (!File.Exists(path))
        {
            InputMessage hint = DidYouMean.HintOfPath(path);
            throw new InputException(place, new Words(
                $"there are no estimates here{hint.English}: 'installsim estimate {source.Path}' writes them, or name them by --estimates",
                $"aucune estimation ici{hint.French}\u00a0: «\u00a0installsim estimate {source.Path}\u00a0» les écrit, ou les nommer par "
                    + "--estimates"));
        }

        try
        {
            if (JsonNode.Parse(File.ReadAllText(path)) is JsonObject json && json["covariance"] is JsonArray && json["fixed"] is JsonArray
                && json["estimates"] is JsonArray && json["parameters"] is JsonArray)
            {
                return json;
            }
        }
        catch (JsonException)
        {
            // said below
        }

        throw new InputException(place, new Words(
            $"is no {EstimatedFrom.FileName}, which 'installsim estimate STUDY' writes",
            $"n’est pas un {EstimatedFrom.FileName}, qu’écrit «\u00a0installsim estimate ÉTUDE\u00a0»"));
    }

    private static void CheckStudy(JsonObject json, StudySource source, Place place)
    {
        if (json["estimated_from"] is not JsonObject made)
        {
            throw new InputException(place, new Words(
                "does not say from what study it was made, for an earlier version wrote it; estimate again",
                "ne dit pas de quelle étude il vient, car une version antérieure l’a écrit\u00a0; estimer à nouveau"));
        }

        string[] other = EstimatedFrom.Differences(made, EstimatedFrom.Of(source));
        if (other.Length > 0)
        {
            string said = string.Join(", ", other), name = (string?)json["study"] ?? "?";
            throw new InputException(place, new Words(
                $"holds the estimates of another study ('{name}'): {said} differ from those of {source.Path}; estimate it again",
                $"contient les estimations d’une autre étude («\u00a0{name}\u00a0»)\u00a0: {said} diffèrent de {source.Path}\u00a0; "
                    + "l’estimer à nouveau"));
        }
    }

    private static double[,] Matrix(JsonArray rows, bool[] isFixed)
    {
        int k = isFixed.Length;
        var matrix = new double[k, k];
        for (int i = 0; i < k; i++)
        {
            for (int j = 0; j < k; j++)
            {
                matrix[i, j] = isFixed[i] || isFixed[j] ? 0 : (double?)rows[i]![j] ?? double.NaN;
            }
        }

        return matrix;
    }

    private static double[] Numbers(JsonNode? list) => [.. list!.AsArray().Select(x => (double?)x ?? double.NaN)];

    private static string[] Texts(JsonNode? list) => [.. (list as JsonArray ?? []).Select(x => (string)x!)];
}
