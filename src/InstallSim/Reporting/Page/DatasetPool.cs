using System.Text.Json.Nodes;

namespace InstallSim.Reporting.Page;

/// <summary>Datasets that several specifications share, held once: languages and widths of a figure mostly draw the same rows.</summary>
internal sealed class DatasetPool
{
    private readonly Dictionary<string, int> _indices = new(StringComparer.Ordinal);

    /// <summary>Takes the datasets out of a specification and leaves their number in the pool; nothing for those that the page makes.</summary>
    public void Share(JsonObject spec)
    {
        if (spec["datasets"] is not JsonObject datasets)
        {
            return;
        }

        foreach (var (name, rows) in datasets.ToList())
        {
            if (name == "")
            {
                datasets[name] = null;
                continue;
            }

            string text = rows!.ToJsonString(Json.Compact);
            if (!_indices.TryGetValue(text, out int index))
            {
                index = _indices.Count;
                _indices.Add(text, index);
            }

            datasets[name] = index;
        }
    }

    /// <summary>The datasets in the order of their number.</summary>
    public JsonArray ToJson() => Json.Array(_indices.OrderBy(p => p.Value).Select(p => JsonNode.Parse(p.Key)));
}
