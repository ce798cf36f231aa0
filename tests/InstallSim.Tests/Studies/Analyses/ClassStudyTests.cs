using InstallSim.Choice.Draws;
using InstallSim.Studies.Analyses;
using InstallSim.Studies.Results;

namespace InstallSim.Tests.Studies.Analyses;

/// <summary>Memberships, profiles and numbers of latent classes, in a study.</summary>
public sealed class ClassStudyTests
{
    private static readonly string Yaml = Journeys.Yaml.Replace("journeys.csv", "small.csv", StringComparison.Ordinal)
        + "derived: [{ name: heavy, recipe: dummy, of: [weight], values: [2] }]\nmodel: { classes: 2 }\n";

    private static readonly string Csv = new Journeys(240, 8)
    {
        Price = key => IsSecond(key) ? -0.1 : -1.2,
        Comfort = key => IsSecond(key) ? 1.5 : 0.1,
    }.Csv();

    private static bool IsSecond(DrawKey key) => key.Uniform(3_000_000) < 0.4;

    private static ResultTable Table(StudyResult study, string id) => study.Analyses.Tables.Single(t => t.Id == id);

    [Test]
    public void Each_person_has_a_probability_of_each_class_and_classes_have_profiles()
    {
        StudyResult study = SmallStudy.Estimate(Yaml + "class-profiles: [heavy, weight]\n", Csv);
        ResultTable members = Table(study, "class-membership"), profiles = Table(study, "class-profiles");
        ResultTable classes = Table(study, "classes");
        Assert.Multiple(() =>
        {
            Assert.That(members.Rows, Has.Count.EqualTo(240));
            Assert.That(members.Rows.Select(r => (double)r[1] + (double)r[2]), Has.All.EqualTo(1).Within(1e-12));
            Assert.That((string)members.Rows[3][0], Is.EqualTo("p3"));
            Assert.That((double)profiles.Rows[0][2], Is.EqualTo(1 / 3.0).Within(1e-12), "a third of the people have the weight 2");
            Assert.That((double)profiles.Rows[1][2], Is.EqualTo(1).Within(1e-12));
            double share = (double)classes.Rows[0][2];
            Assert.That((share * (double)profiles.Rows[1][3]) + ((1 - share) * (double)profiles.Rows[1][4]), Is.EqualTo(1).Within(1e-9),
                "the classes' means make up that of all");
        });
    }

    [TestCase("weight, twice", "'weight', 'twice' are collinear over people")]
    [TestCase("one", "'one' is the same for everybody and explains no class")]
    public void Membership_that_people_cannot_tell_is_refused(string membership, string message)
    {
        const string columns = "{ name: one, recipe: dummy, of: [weight], values: [0, 1, 2] }, "
            + "{ name: twice, recipe: scale, of: [weight], divide-by: 0.5 }, ";
        string yaml = Yaml.Replace("derived: [", "derived: [" + columns, StringComparison.Ordinal)
            .Replace("classes: 2", $"classes: 2, membership: [{membership}]", StringComparison.Ordinal);
        Assert.That(SmallStudy.Faults(yaml, Csv), Has.Length.EqualTo(1).And.Some.Contains(message));
    }

    [Test]
    public void Numbers_of_classes_are_compared_and_the_study_keeps_its_own()
    {
        StudyResult study = SmallStudy.Estimate(Yaml + "class-numbers: 3\n", Csv);
        ResultTable numbers = Table(study, "class-numbers");
        StudyResult one = SmallStudy.Estimate(Yaml, Csv, "model.classes=1");
        Assert.Multiple(() =>
        {
            Assert.That(numbers.Rows.Select(r => r[0]), Is.EqualTo(new object[] { 1, 2, 3 }));
            Assert.That((double)numbers.Rows[0][1], Is.EqualTo(one.Estimates.LogLikelihood).Within(1e-9));
            Assert.That(numbers.Rows[1][1], Is.EqualTo(study.Estimates.LogLikelihood));
            Assert.That((double)numbers.Rows[2][1], Is.GreaterThanOrEqualTo((double)numbers.Rows[1][1] - 0.01));
            Assert.That(numbers.Rows.Select(r => r[2]), Is.EqualTo(new object[] { 2, 5, 8 }));
            Assert.That(numbers.Notes[0], Does.Contain("has 2 of them"));
            Assert.That(numbers.Rows[1][7], Is.EqualTo(8));
        });
    }

    [Test]
    public void What_is_fixed_stays_fixed_in_each_number_of_classes_that_has_the_parameter()
    {
        StudyResult study = SmallStudy.Estimate(Yaml + "class-numbers: 3\nestimation: { fixed: { class2.price: -0.1 } }\n", Csv);
        Assert.That(Table(study, "class-numbers").Rows.Select(r => r[2]), Is.EqualTo(new object[] { 2, 4, 7 }));
    }

    [TestCase("class-profiles: [wieght]", "there is no column 'wieght' in small.csv; did you mean 'weight'?")]
    [TestCase("class-profiles: [price]", "; what the people of a class are like is the same on all rows of a person")]
    [TestCase("class-profiles: [price]", "column 'price': person p0 has ")]
    [TestCase("class-profiles: [option]", "column 'option' has no numbers")]
    public void Columns_that_describe_nobody_are_refused(string line, string told) =>
        Assert.That(SmallStudy.Faults(Yaml + line + "\n", Csv).Single(), Does.Contain(told));

    [Test]
    public void Profiles_need_classes_and_nests_have_none()
    {
        string plain = Yaml.Replace("model: { classes: 2 }", "class-profiles: [weight]", StringComparison.Ordinal);
        string bent = Yaml.Replace("model: { classes: 2 }", "model: { box-cox: [price] }\nclass-numbers: 2", StringComparison.Ordinal);
        Assert.That(SmallStudy.Faults(plain, Csv).Single(), Does.Contain("class profiles need latent classes"));
        Assert.That(SmallStudy.Faults(bent, Csv).Single(), Does.Contain("numbers of classes are compared"));
    }
}
