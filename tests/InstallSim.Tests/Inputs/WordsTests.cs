using System.Reflection;
using System.Text.RegularExpressions;
using InstallSim.Accessibility;
using InstallSim.Indicators;
using InstallSim.Inputs;
using InstallSim.Outputs;
using InstallSim.Policies;
using InstallSim.Preferences;
using InstallSim.Reporting;
using InstallSim.Scenarios;
using InstallSim.Territories;

namespace InstallSim.Tests.Inputs;

/// <summary>What a page or a list in French can show has French words.</summary>
public sealed class WordsTests
{
    private static IEnumerable<Type> Named => PolicyCatalog.All.Values.Concat(AccessibilityCatalog.All.Values);

    /// <summary>Settings that a manifest lists are single values.</summary>
    private static IEnumerable<PropertyInfo> Keys => Named.Append(typeof(TerritoryFilter)).Append(typeof(Budget)).SelectMany(InputKey.Of)
        .Concat(new[]
        {
            typeof(PreferenceSettings), typeof(PhysicianSettings), typeof(WorkingTimeSettings), typeof(CoupleSettings),
            typeof(PracticeSettings), typeof(IncomeSettings), typeof(ZoningSettings),
        }
            .SelectMany(InputKey.Of)
            .Where(key => !key.Attribute.IsPath && (key.Type.IsQuantity || key.Type.Kind is InputKind.Number or InputKind.WholeNumber)))
        .Select(key => key.Property);

    [Test]
    public void Every_policy_and_metric_is_called_something_in_both_languages()
    {
        foreach (Type type in Named)
        {
            CalledAttribute? called = type.GetCustomAttribute<CalledAttribute>();
            Assert.That(called, Is.Not.Null, $"{type.Name} lacks [Called]");
            Assert.That(called!.French, Is.Not.EqualTo(called.English));
        }
    }

    [Test]
    public void Every_key_of_a_policy_a_metric_or_a_setting_is_explained_in_French() =>
        Assert.That(Keys.Where(key => key.GetCustomAttribute<FrenchAttribute>() is null)
            .Select(key => $"{key.DeclaringType!.Name}.{key.Name}"), Is.Empty);

    [Test]
    public void Every_unit_has_a_name_in_French()
    {
        IEnumerable<string> units = Keys.Select(key => key.GetCustomAttribute<KeyAttribute>()!.Unit)
            .Concat(VariableCatalog.All.Select(v => v.Unit)).Concat(TerritoryVariables.Numbers.Select(v => v.Unit))
            .Concat(AccessibilityCatalog.All.Values.Select(type => ((AccessibilityMetric)Activator.CreateInstance(type)!).Unit))
            .Concat(IndicatorCatalog.Recorded.Concat(IndicatorCatalog.Compared).Select(i => i.Unit));
        Assert.That(units.Distinct().Where(unit => !Units.Knows(unit)), Is.Empty);
    }

    /// <summary>Those of defaults, of variables of territories and of the scenarios beside the program, targets left out.</summary>
    private static IEnumerable<string> Sources => Types.SelectMany(InputKey.Of).Select(key => key.Attribute.Source)
        .Concat(Types.SelectMany(type => type.GetProperties().Where(p => p.PropertyType == typeof(Quantity))
            .Select(p => ((Quantity)p.GetValue(Activator.CreateInstance(type))!).Source)))
        .Concat(TerritoryVariables.Numbers.Select(v => v.DefaultSource))
        .Concat(Directory.EnumerateFiles(Repository.PathOf("scenarios"), "*.yaml", SearchOption.AllDirectories)
            .Where(file => Path.GetFileName(Path.GetDirectoryName(file)) != "calibrations")
            .SelectMany(file => Regex.Matches(File.ReadAllText(file), "source: \"(.*?)\"").Select(m => m.Groups[1].Value)))
        .Where(source => source.Length > 0 && source != "ASSUMPTION").Distinct();

    private static IEnumerable<Type> Types => typeof(Quantity).Assembly.GetTypes().Where(type =>
        type is { IsClass: true, IsAbstract: false } && type.GetProperties().Any(p => p.GetCustomAttribute<KeyAttribute>() is not null)
        && type.GetConstructor(Type.EmptyTypes) is not null);

    [Test]
    public void Every_source_of_the_program_has_French()
    {
        Assert.That(Sources.Count(), Is.GreaterThan(100));
        Assert.That(Sources.Where(source => FrenchSources.Find(source) is null), Is.Empty);
        Assert.That(FrenchSources.English.Except(Sources), Is.SubsetOf(Made), "no line is left of a source that was reworded");
    }

    /// <summary>What is said of variables that have no table of their own.</summary>
    private static readonly string[] Made =
    [
        TerritoryProxies.AreaRule, "not given: nothing can be selected by it",
    ];

    [Test]
    public void A_source_is_shown_without_the_flag_that_stands_before_it()
    {
        Assert.Multiple(() =>
        {
            Assert.That(ReportText.English.ShownSource("ASSUMPTION: none; set in a.yaml(1,2)", isFlagged: true),
                Is.EqualTo("none; set in a.yaml(1,2)"));
            Assert.That(ReportText.French.ShownSource("ASSUMPTION: none; set in a.yaml(1,2)", isFlagged: true),
                Is.EqualTo("aucun\u00a0; fixé dans a.yaml(1,2)"));
            Assert.That(ReportText.French.ShownSource("ASSUMPTION"), Is.EqualTo("HYPOTHÈSE"));
            Assert.That(ReportText.French.ShownSource("people within 45 minutes (column near / 10, log scale 2 → 0, 5 → 1)"),
                Is.EqualTo("population à moins de 45\u00a0minutes (colonne near / 10, échelle logarithmique 2 → 0, 5 → 1)"));
            Assert.That(ReportText.French.ShownSource(
                "mine (column a.5, scale 0.5 → 0, 5 → 1.5; 1 of 14 empty, taken as the mean over people, 0.2129)"),
                Is.EqualTo("mine (colonne a.5, échelle 0,5 → 0, 5 → 1,5\u00a0; 1 vide sur 14, "
                    + "pris à la moyenne pondérée par les habitants, 0,2129)"));
            Assert.That(ReportText.French.ShownSource("mine (column a; 2 of 14 empty, taken as the mean over people, 3)"),
                Is.EqualTo("mine (colonne a\u00a0; 2 vides sur 14, pris à la moyenne pondérée par les habitants, 3)"));
            Assert.That(ReportText.French.ShownSource("my survey (evidence Z9)"), Is.EqualTo("my survey (réf.\u00a0Z9)"));
        });
    }

    [TestCase("years", 1.0, "year", "an")]
    [TestCase("years", 3.0, "years", "ans")]
    [TestCase("GPs/year", 1.5, "GPs/year", "médecin généraliste par an")]
    [TestCase("hours/week", 54.0, "hours/week", "heures par semaine")]
    [TestCase("k€", 1.0, "k€", "k€")]
    [TestCase("GP-years", 1.0, "GP-year", "année-médecin")]
    [TestCase("GP-years", 2.0, "GP-years", "années-médecin")]
    public void A_unit_has_the_number_of_what_it_counts(string unit, double count, string english, string french) => Assert.That(
        (Units.Counted(unit, count, french: false), Units.Counted(unit, count, french: true)), Is.EqualTo((english, french)));

    [TestCase("consultations par habitant et par an", "consultation par habitant et par an")]
    [TestCase("points de pourcentage", "point de pourcentage")]
    [TestCase("équivalents temps plein", "équivalent temps plein")]
    [TestCase("k€ par an", "k€ par an")]
    public void A_unit_has_a_singular(string many, string one) => Assert.That(Units.One(many), Is.EqualTo(one));

    [Test]
    public void Every_figure_says_in_French_what_it_shows() =>
        Assert.That(FigureCatalog.All.SelectMany(f => (string[])[f.Shows.French, f.ShortName.French]), Has.None.Empty);

    /// <summary>
    /// French puts a no-break space before these signs, inside guillemets and before per cent, and has its own apostrophe.
    /// </summary>
    [Test]
    public void French_words_are_set_as_French_is()
    {
        string[] texts =
        [
            .. Keys.Select(key => key.GetCustomAttribute<FrenchAttribute>()!.Doc),
            .. Named.Select(type => type.GetCustomAttribute<CalledAttribute>()!.French),
            .. VariableCatalog.All.Select(v => v.French), .. TerritoryVariables.Numbers.Select(v => v.French),
            .. FigureCatalog.All.Select(f => f.Shows.French), .. FrenchSources.English.Select(source => FrenchSources.Find(source)!),
        ];
        Assert.That(texts.Where(text =>
            Regex.IsMatch(text, "(?<![\\u00a0\\u202f])[;:?!%»](?!\\S)|«(?!\\u00a0)|'")), Is.Empty);
    }

    [TestCase("Amount paid once.", "Amount paid once")]
    [TestCase("λ: utils that one k€ is worth.", "λ: utils that one k€ is worth")]
    [TestCase("Share of 1.5: none.", "Share of 1.5")]
    [TestCase("Years to stay; who leaves pays back.", "Years to stay")]
    [TestCase("Cost of a centre each year (ACI payments).", "Cost of a centre each year")]
    [TestCase("Practises in a health centre (MSP) rather than alone.", "Practises in a health centre (MSP) rather than alone")]
    [TestCase("θ: the chance is its weight × (1 + d)^−θ, d from there.", "θ: the chance is its weight × (1 + d)^−θ, d from there")]
    [TestCase("In the capital region (Île-de-France), where rents are high.", "In the capital region")]
    public void A_label_is_a_sentence_up_to_its_first_stop(string sentence, string label) =>
        Assert.That(new Words(sentence, sentence).Label, Is.EqualTo(new Words(label, label)));
}
