using System.Globalization;
using System.Text;
using InstallSim.Inputs;
using InstallSim.Studies.Data;
using InstallSim.Studies.Settings;

namespace InstallSim.Studies.Designs;

/// <summary>A design as a table in the columns of its study's data.</summary>
internal static class DesignTableFile
{
    /// <summary>A design read.</summary>
    /// <param name="Sets">Levels, shape [tasks][slots].</param>
    /// <param name="Blocks">Block of each task, from 1.</param>
    public sealed record Design(int[][] Sets, int[] Blocks);

    /// <summary>The column of blocks.</summary>
    public static string BlockColumn(Study study) => RespondentSettings.BlockColumn(study);

    /// <summary>The table's text.</summary>
    public static string Text(Study study, DesignLayout layout, int[][] sets, int[] blocks)
    {
        char separator = study.Data.SeparatorCharacter ?? ',';
        var text = new StringBuilder();
        text.AppendJoin(separator, [BlockColumn(study), study.Data.Situation!, study.Data.Alternative!, .. layout.Columns]).Append('\n');
        for (int t = 0; t < sets.Length; t++)
        {
            for (int j = 0; j < layout.Settings.Alternatives.Count; j++)
            {
                Row(t, layout.Settings.Alternatives[j], layout.Texts(sets[t], j));
            }

            foreach (string name in layout.Fixed)
            {
                Row(t, name, layout.FixedTexts(name));
            }
        }

        return text.ToString();

        void Row(int t, string alternative, IEnumerable<string> levels) => text.AppendJoin(separator,
            [blocks[t].ToString(CultureInfo.InvariantCulture), (t + 1).ToString(CultureInfo.InvariantCulture), alternative, .. levels])
            .Append('\n');
    }

    /// <summary>Reads a design.</summary>
    /// <exception cref="InputException">It is none of the study's attributes, levels and alternatives; all of it is told.</exception>
    public static Design Read(StudySource source, DesignLayout layout, string path)
    {
        var errors = new InputErrors();
        var columns = ChoiceReader.Open(source, path, new Place(path), errors);
        errors.ThrowIfAny();
        Study study = source.Study;
        foreach (string name in (string[])[study.Data.Situation!, study.Data.Alternative!, .. layout.Columns])
        {
            columns!.Index(name, new Place(path));
        }

        if ((string?[])[study.Data.Chosen, study.Data.Best] is var answers
            && answers.FirstOrDefault(name => name is not null && columns!.Table.IndexOf(name) >= 0) is { } answer)
        {
            errors.Add(new Place(path), new Words(
                $"has a column '{answer}': these are answers to a design, not the design",
                $"a une colonne «\u00a0{answer}\u00a0»\u00a0: ce sont des réponses à un plan, non le plan"));
        }

        errors.ThrowIfAny();
        var tasks = new Dictionary<(string Id, string Block), (int[] Set, string Block, int Line, HashSet<string> Fixed)>();
        string[] names = [.. layout.Settings.Alternatives, .. layout.Fixed];
        string[] shown = OfferedSets.Found(names, layout.Settings.Alternatives.Count,
            [.. Enumerable.Range(0, columns!.Table.Rows).Select(row => columns.Text(row, study.Data.Alternative!)).Distinct()]);
        for (int row = 0; row < columns.Table.Rows; row++)
        {
            string id = columns.Text(row, study.Data.Situation!), block = columns.Table.Has(BlockColumn(study))
                ? columns.Text(row, BlockColumn(study)) : "1";
            tasks.TryAdd((id, block), ([.. layout.Slots.Select(_ => -1)], block, row, []));
            string name = columns.Text(row, study.Data.Alternative!);
            int alternative = Array.IndexOf(shown, name);
            if (alternative >= layout.Settings.Alternatives.Count)
            {
                ReadFixed(layout, columns, row, names[alternative], tasks[(id, block)].Fixed, errors);
            }
            else if (alternative >= 0)
            {
                ReadRow(layout, columns, row, (alternative, name), tasks[(id, block)].Set, errors);
            }
            else
            {
                errors.Add(columns.Table.PlaceOf(row),
                    $"'{name}' is none of the alternatives {string.Join(", ", shown)}{DidYouMean.Hint(name, shown)}");
            }
        }

        if (errors.All.Count == 0)
        {
            FindLacking(layout, columns, tasks, name => shown[Array.IndexOf(names, name)], errors);
        }

        errors.ThrowIfAny();
        string[] blocks = [.. tasks.Values.Select(t => t.Block).Distinct()];
        return new Design([.. tasks.Values.Select(t => t.Set)], [.. tasks.Values.Select(t => Array.IndexOf(blocks, t.Block) + 1)]);
    }

    /// <summary>Tasks without an alternative that others have.</summary>
    private static void FindLacking(
        DesignLayout layout, StudyColumns columns,
        Dictionary<(string Id, string Block), (int[] Set, string Block, int Line, HashSet<string> Fixed)> tasks,
        Func<string, string> called, InputErrors errors)
    {
        foreach (((string id, _), var task) in tasks)
        {
            // A design of another program may leave the opt-out out, of all tasks alike.
            string? missing = Array.IndexOf(task.Set, -1) is var slot and >= 0
                ? layout.Settings.Alternatives[layout.Slots[slot].Alternative]
                : layout.Fixed.FirstOrDefault(name => !task.Fixed.Contains(name) && tasks.Values.Any(t => t.Fixed.Contains(name)));
            if (missing is not null)
            {
                errors.Add(columns.Table.PlaceOf(task.Line), new Words(
                    $"task {id} has no alternative '{called(missing)}'",
                    $"la tâche {id} n’a pas d’option «\u00a0{called(missing)}\u00a0»"));
            }
        }
    }

    /// <summary>A row of the status quo or the opt-out, which has the same levels in every task.</summary>
    private static void ReadFixed(
        DesignLayout layout, StudyColumns columns, int row, string name, HashSet<string> there, InputErrors errors)
    {
        if (!there.Add(name))
        {
            errors.Add(columns.Table.PlaceOf(row), Twice(name));
            return;
        }

        foreach ((string column, string level) in layout.Columns.Zip(layout.FixedTexts(name)))
        {
            string text = columns.Text(row, column);
            bool isLevel = (InputScalars.TryNumber(text, out double number, out _) && number != 0)
                || layout.Settings.Attributes.Any(a => a.Name == column && a.Levels.Any(other => columns.Same(text, other)));
            if (isLevel && !columns.IsMissing(text) && !columns.Same(text, level))
            {
                errors.Add(columns.Table.PlaceOf(row, columns.Table.IndexOf(column)), new Words(
                    $"'{name}' has '{text}' of '{column}' here, and '{level}' by the study",
                    $"«\u00a0{name}\u00a0» a ici «\u00a0{text}\u00a0» de «\u00a0{column}\u00a0», et «\u00a0{level}\u00a0» selon l’étude"));
            }
        }
    }

    private static Words Twice(string name) => new(
        $"the task has '{name}' already: number tasks so that no two of a block share a number",
        $"la tâche a déjà «\u00a0{name}\u00a0»\u00a0: numéroter les tâches sans doublon dans un bloc");

    private static void ReadRow(
        DesignLayout layout, StudyColumns columns, int row, (int Place, string Name) alternative, int[] set, InputErrors errors)
    {
        for (int slot = 0; slot < set.Length; slot++)
        {
            if (layout.Slots[slot].Alternative != alternative.Place)
            {
                continue;
            }

            if (set[slot] >= 0)
            {
                errors.Add(columns.Table.PlaceOf(row), Twice(alternative.Name));
                return;
            }

            AttributeSettings attribute = layout.Attributes[slot];
            string text = columns.Text(row, attribute.Name);
            set[slot] = Enumerable.Range(0, attribute.Levels.Count).FirstOrDefault(l => columns.Same(text, attribute.Levels[l]), -1);
            if (set[slot] < 0)
            {
                set[slot] = 0;
                errors.Add(columns.Table.PlaceOf(row, columns.Table.IndexOf(attribute.Name)),
                    $"'{text}' is no level of '{attribute.Name}'{DidYouMean.Hint(text, attribute.Levels)}; levels: "
                        + $"{string.Join(", ", attribute.Levels)}");
            }
        }
    }
}
