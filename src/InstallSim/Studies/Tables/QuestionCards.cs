using InstallSim.Outputs;
using InstallSim.Studies.Designs;
using InstallSim.Studies.Settings;

namespace InstallSim.Studies.Tables;

/// <summary>A choice task as people read it.</summary>
/// <param name="Block">Its block, from 1.</param>
/// <param name="Number">Its number in the block, from 1.</param>
/// <param name="Task">Its number in the design, from 1: the study's name of the situation.</param>
/// <param name="Rows">Label of each attribute shown, and what each alternative has.</param>
internal sealed record QuestionCard(int Block, int Number, int Task, IReadOnlyList<(string Label, IReadOnlyList<string> Levels)> Rows);

/// <summary>The words of a questionnaire: every task of a design in a language.</summary>
internal sealed class QuestionCards
{
    private readonly MadeDesign _design;
    private readonly ReportText _t;

    private QuestionCards(MadeDesign design, ReportText t)
    {
        (_design, _t) = (design, t);
        QuestionnaireSettings words = design.Settings.Questionnaire;
        Title = Own(words.Title, words.TitleFr);
        Question = t.Say(words.Question, words.QuestionFr);
        Introduction = Own(words.Introduction, words.IntroductionFr);
        Alternatives = [.. design.Settings.Alternatives.Concat(design.Layout.Fixed).Select(name =>
            Own(words.Alternatives.GetValueOrDefault(name, name), words.AlternativesFr.GetValueOrDefault(name, "")))];
        var cards = new List<QuestionCard>();
        for (int s = 0; s < design.Sets.Count; s++)
        {
            int number = 1 + cards.Count(c => c.Block == design.Blocks[s]);
            cards.Add(new QuestionCard(design.Blocks[s], number, s + 1, Rows(design.Sets[s])));
        }

        Cards = cards;
    }

    /// <summary>What stands over it.</summary>
    public string Title { get; }

    /// <summary>What is asked.</summary>
    public string Question { get; }

    /// <summary>What stands before the first task; may be empty.</summary>
    public string Introduction { get; }

    /// <summary>What alternatives are called, in the order of the design.</summary>
    public IReadOnlyList<string> Alternatives { get; }

    /// <summary>The tasks, block by block.</summary>
    public IReadOnlyList<QuestionCard> Cards { get; }

    /// <summary>The words of a design.</summary>
    public static QuestionCards Of(MadeDesign design, ReportText t) => new(design, t);

    private string Own(string english, string french) => _t.IsFrench && french.Length > 0 ? french : english;

    private List<(string, IReadOnlyList<string>)> Rows(int[] set)
    {
        var rows = new List<(string, IReadOnlyList<string>)>();
        DesignLayout layout = _design.Layout;
        string[][] texts = [.. Enumerable.Range(0, _design.Settings.Alternatives.Count).Select(j => layout.Texts(set, j).ToArray()),
            .. layout.Fixed.Select(name => layout.FixedTexts(name).ToArray())];
        for (int c = 0; c < layout.Columns.Count; c++)
        {
            string[] levels = [.. texts.Select(own => own[c])];
            bool isPartial = _design.Settings.Varied.AtMost is not null
                && levels.Take(_design.Settings.Alternatives.Count).Distinct().Count() == 1;
            if (!isPartial)
            {
                AttributeSettings[] of = [.. _design.Settings.Attributes.Where(a => a.Name == layout.Columns[c])];
                rows.Add((of[0].Called(_t), [.. levels.Select((level, j) =>
                    HasIt(of, j) ? (of.FirstOrDefault(a => a.Levels.Contains(level)) ?? of[0]).Shown(level, _t) : "–")]));
            }
        }

        return rows;
    }

    private bool HasIt(AttributeSettings[] of, int alternative)
    {
        IReadOnlyList<string> names = _design.Settings.Alternatives;
        return alternative < names.Count
            ? of.Any(a => a.IsOf(names[alternative]))
            : _design.Layout.Fixed[alternative - names.Count] == _design.Settings.StatusQuo?.Name
                && of.Any(a => _design.Settings.StatusQuo.Levels.ContainsKey(a.Name));
    }
}
