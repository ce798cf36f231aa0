using InstallSim.Inputs;
using InstallSim.Studies.Settings;

namespace InstallSim.Studies.Data;

/// <summary>
/// Makes a long table of the export of a survey, one row a person and one column a task, and the design that was asked: a row for each
/// alternative of each task that the person was shown, with the columns of the export, those of the design, and the choice. Values keep the
/// places where they stand in the export and in the design.
/// </summary>
internal sealed class ResponseTable(StudySource source, InputErrors errors)
{
    private readonly StudyData _data = source.Study.Data;
    private readonly RepeatedErrors _repeats = new(errors);
    private readonly List<(int Person, int Design, int Answer)> _origins = [];
    /// <summary>Words of alternatives that a refused answer is set against, at most.</summary>
    private const int MostWords = 9;

    private readonly Dictionary<string, (Place Place, int Count)> _ambiguous = new(StringComparer.Ordinal);
    private readonly HashSet<(string Id, string Task)> _answered = [];
    private readonly HashSet<string> _people = new(StringComparer.Ordinal);
    private int _unanswered, _previews, _person = -1;
    private AnswerReading? _reading;

    /// <summary>The long table; null, with errors, when export or design cannot be used.</summary>
    public CsvTable? Read()
    {
        CsvTable? export = CsvTable.Read(_data.Responses!, _data, errors, At("responses"));
        string file = _data.Design ?? source.Study.Respondents!.Design;
        CsvTable? table = CsvTable.Read(file, new FoundFormat(), errors,
            _data.Design is null ? source.Binder.PlaceOf(source.Study.Respondents!, "design") : At("design"));
        if (export is null || table is null || AskedDesign.Of(source, table, errors) is not { } design)
        {
            return null;
        }

        ExportHeader header = ExportHeader.Of(export, _data.Format);
        if (_data.Format is null && header.Format != ExportFormat.Plain)
        {
            string word = InputType.Kebab(header.Format.ToString());
            errors.Warn(new InputWarning(At("responses"),
                $"the responses are read as an export of {word}; 'format: {word}' says so for good", IsNote: true));
        }

        int block = BlockColumn(header, export, design);
        _person = PersonColumn.Find(source, header, export, errors);
        if (TaskColumns.Of(source, export, header, design, (block >= 0, errors)) is not { } tasks)
        {
            return null;
        }

        _reading = tasks.Reading(export, header.FirstRow, design);
        List<string[]> rows = Rows(export, header, design, tasks, block);
        _repeats.Summarise();
        TellLeftOut(design);
        return errors.All.Count > 0 ? null : Made(export, header, design, rows);
    }

    private Place At(string key) => source.Binder.PlaceOf(_data, key);

    /// <summary>The column of the export with the person's block; −1 when there is none.</summary>
    private int BlockColumn(ExportHeader header, CsvTable export, AskedDesign design)
    {
        List<string> names = [.. header.Names];
        if (_data.Block is not { } said)
        {
            return design.BlockColumn < 0 ? -1 : names.IndexOf(design.Table.Columns[design.BlockColumn]);
        }

        if (names.IndexOf(said) is var index && index < 0)
        {
            errors.Add(At("block"), $"there is no column '{said}' in {export.Path}{DidYouMean.Hint(said, names)}; columns: "
                + $"{string.Join(", ", names.Take(40))}");
        }

        return index;
    }

    private List<string[]> Rows(CsvTable export, ExportHeader header, AskedDesign design, TaskColumns tasks, int block)
    {
        var rows = new List<string[]>();
        for (int row = header.FirstRow; row < export.Rows; row++)
        {
            if (header.IsPreview(row))
            {
                _previews++;
                continue;
            }

            if (Tasks(export, design, tasks, block, row) is not { } shown)
            {
                continue;
            }

            string id = _person >= 0 ? export.Cell(row, _person).Trim().ToString()
                : export.PlaceOf(row).Line.ToString(System.Globalization.CultureInfo.InvariantCulture);
            TellSecondRow(export, row, id, shown);
            foreach ((DesignTask task, int column) in shown)
            {
                int chosen = Chosen(export, task, row, column);
                for (int j = 0; j < task.Rows.Length; j++)
                {
                    rows.Add([
                        .. Enumerable.Range(0, export.Columns.Count).Select(c => export.Cell(row, c).ToString()),
                        .. design.Kept.Select(c => design.Table.Cell(task.Rows[j], c).ToString()),
                        id, task.Id, task.Alternatives[j], chosen < 0 ? "" : chosen == j ? "1" : "0",
                    ]);
                    _origins.Add((row, task.Rows[j], column));
                }
            }
        }

        return rows;
    }

    /// <summary>Warns of a second row of a person with other tasks; one with the same tasks is refused.</summary>
    private void TellSecondRow(CsvTable export, int row, string id, IReadOnlyList<(DesignTask Task, int Column)> shown)
    {
        bool isOther = shown.Count > 0 && shown.All(task => _answered.Add((id, task.Task.Id)));
        if (!_people.Add(id) && isOther)
        {
            errors.Warn(new InputWarning(export.PlaceOf(row, _person),
                $"column '{export.Columns[_person]}': '{id}' has a row above with other tasks: both are read as of one person"));
        }
    }

    /// <summary>The tasks that a person was shown, each with the column of its answer; null, with an error, for an unknown block.</summary>
    private IReadOnlyList<(DesignTask Task, int Column)>? Tasks(CsvTable export, AskedDesign design, TaskColumns tasks, int block, int row)
    {
        if (design.Blocks.Count == 1)
        {
            return tasks.Of(design.Blocks[0].Tasks);
        }

        if (block < 0)
        {
            // Without a block, the tasks shown are those answered.
            var answered = tasks.Of([.. design.Blocks.SelectMany(b => b.Tasks)])
                .Where(t => !export.IsMissing(export.Cell(row, t.Column))).ToArray();
            _unanswered += answered.Length == 0 ? 1 : 0;
            return answered;
        }

        string name = export.Cell(row, block).Trim().ToString();
        if (design.BlockOf(name, export) is { } found)
        {
            return IsElsewhere(export, design, tasks, (found, block), row) ? null : tasks.Of(found.Tasks);
        }

        string known = string.Join(", ", design.Blocks.Select(b => b.Name));
        if (export.IsMissing(name) && tasks.Of([.. design.Blocks.SelectMany(b => b.Tasks)])
            .All(t => export.IsMissing(export.Cell(row, t.Column))))
        {
            _unanswered++;
            return [];
        }

        _repeats.Add("block", export.PlaceOf(row, block),
            $"column '{export.Columns[block]}': '{name}' is no block of the design {design.Table.Path}; blocks: {known}", name);
        return null;
    }

    /// <summary>Whether a person answers tasks of another block than the one said, which is an error.</summary>
    private bool IsElsewhere(
        CsvTable export, AskedDesign design, TaskColumns tasks, (DesignBlock Own, int Column) said, int row)
    {
        if (tasks.AreShared)
        {
            return false;
        }

        string[] others = [.. design.Blocks.Where(b => b != said.Own && tasks.Of(b.Tasks)
            .Any(t => !export.IsMissing(export.Cell(row, t.Column))
                && _reading!.Place(t.Task, export.Cell(row, t.Column).Trim().ToString()) >= 0)).Select(b => b.Name)];
        if (others.Length == 0)
        {
            return false;
        }

        _repeats.Add("answers elsewhere", export.PlaceOf(row, said.Column),
            $"column '{export.Columns[said.Column]}': the block is '{said.Own.Name}', but answers stand in tasks of block "
                + $"{string.Join(", ", others)}");
        return true;
    }

    /// <summary>The place of the alternative chosen; −1 without an answer.</summary>
    private int Chosen(CsvTable export, DesignTask task, int row, int column)
    {
        string answer = export.Cell(row, column).Trim().ToString();
        if (export.IsMissing(answer))
        {
            return -1;
        }

        int chosen = _reading!.Place(task, answer);
        if (chosen >= 0 && task.Numbered(answer) is var numbered and >= 0 && numbered != chosen)
        {
            (Place place, int count) = _ambiguous.GetValueOrDefault(answer, (export.PlaceOf(row, column), 0));
            _ambiguous[answer] = (place, count + 1);
        }

        if (chosen < 0 && !(answer == "0" && _data.NoChoice == NoChoice.Drop))
        {
            string[] several = _reading.Several(task, answer);
            string[] words = [.. task.Alternatives.Concat(task.Words.All)];
            string known = string.Join(", ", words.Take(MostWords)) + (words.Length > MostWords ? ", …" : "");
            int last = task.Alternatives.Length;
            if (task.Meant(answer) is { Length: > 1 } meant)
            {
                _repeats.Add($"answer {answer} of two", export.PlaceOf(row, column),
                    $"column '{export.Columns[column]}': '{answer}' stands for {meant.Length} alternatives of task {task.Id} "
                        + $"({string.Join(", ", meant.Select(j => task.Alternatives[j]))}): the questionnaire prints one text for two, or "
                        + $"the name of one for another; say answers by place (1 to {last}), or print other texts", answer);
                return -1;
            }

            _repeats.Add($"answer {several.Length > 1}", export.PlaceOf(row, column), several.Length > 1
                ? $"column '{export.Columns[column]}': '{answer}' names {several.Length} alternatives ({string.Join(", ", several)}); an "
                    + $"answer to task {task.Id} is one of {known}, or its place as a number (1 to {last})"
                : (InputMessage)($"column '{export.Columns[column]}': '{answer}' is no answer to task {task.Id}: expected one of {known}, "
                    + $"or its place as a number (1 to {last})"), answer);
        }

        return chosen;
    }

    private void TellLeftOut(AskedDesign design)
    {
        foreach ((string answer, (Place place, int count)) in _ambiguous)
        {
            errors.Warn(new InputWarning(place,
                $"'{answer}' is the name of one alternative and the place of another: {count} answers are read as the name; if the survey "
                    + $"codes answers by place, give the alternatives of the design names that are no places"));
        }

        if (_previews > 0)
        {
            errors.Warn(new InputWarning(At("responses"),
                _previews == 1
                    ? $"1 answer of a preview or test of the survey is left out ('Status')"
                    : (InputMessage)$"{_previews} answers of previews or tests of the survey are left out ('Status')",
                IsNote: true));
        }

        if (_unanswered > 0)
        {
            int tasks = design.Blocks.Sum(b => b.Tasks.Count);
            errors.Warn(new InputWarning(At("responses"), _unanswered == 1
                ? $"1 person answered none of the {tasks} tasks and is left out"
                : (InputMessage)$"{_unanswered} people answered none of the {tasks} tasks and are left out"));
        }
    }

    private CsvTable Made(CsvTable export, ExportHeader header, AskedDesign design, List<string[]> rows)
    {
        string[] added = [_data.Person!, _data.Situation!, _data.Alternative!, _data.Chosen!];
        int made = export.Columns.Count, kept = design.Kept.Length;
        string[] columns = [.. header.Names, .. design.Kept.Select(c => design.Table.Columns[c]), .. added];
        for (int c = 0; c < made; c++)
        {
            // What the design and the study name goes by these names; a column of the export that has one of them steps aside.
            if (Array.LastIndexOf(columns, columns[c]) is var last && last > c)
            {
                string name = columns[c];
                columns[c] = name + ".response";
                if (last < made + kept)
                {
                    errors.Warn(new InputWarning(export.PlaceOf(0, c) with { Line = 1 },
                        $"'{name}' is a column of the design; that of the responses is called '{columns[c]}'", IsNote: true));
                }
            }
        }

        int Own((int Person, int Design, int Answer) from, int column) =>
            column < made ? column : column == made + kept && _person >= 0 ? _person : from.Answer;
        bool IsOfDesign(int column) => column >= made && column < made + kept;
        return CsvTable.Made(export, columns, rows,
            (row, column) => _origins[row] is var from && IsOfDesign(column)
                ? design.Table.PlaceOf(from.Design, design.Kept[column - made])
                : export.PlaceOf(from.Person, Own(from, column)),
            export.Decimal == design.Table.Decimal ? export.Decimal : null,
            (row, column) => IsOfDesign(column) ? columns[column] : export.Columns[Own(_origins[row], column)]);
    }
}
