using System.Reflection;
using InstallSim.Accessibility;
using InstallSim.Indicators;
using InstallSim.Inputs;
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
            typeof(PreferenceSettings), typeof(PhysicianSettings), typeof(PracticeSettings), typeof(IncomeSettings), typeof(ZoningSettings),
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
            .. FigureCatalog.All.Select(f => f.Shows.French),
        ];
        Assert.That(texts.Where(text =>
            System.Text.RegularExpressions.Regex.IsMatch(text, "(?<![\\u00a0\\u202f])[;:?!%»](?!\\S)|«(?!\\u00a0)|'")), Is.Empty);
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
