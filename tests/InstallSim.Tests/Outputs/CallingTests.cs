using InstallSim.Outputs;

namespace InstallSim.Tests.Outputs;

public sealed class CallingTests
{
    private static readonly Calling Skin = new("dermatologists", "dermatologist", "dermatologues", "dermatologue");

    [TestCase("GPs gained. GPs lost, k€ per GP; 3 GP-years",
        "Dermatologists gained. Dermatologists lost, k€ per dermatologist; 3 dermatologist-years")]
    [TestCase("where general practitioners install", "where dermatologists install")]
    [TestCase("the GPX and aGP", "the GPX and aGP")]
    public void English_names_the_specialty(string text, string expected) =>
        Assert.That(ReportText.English.Calling(Skin).Say(text, ""), Is.EqualTo(expected));

    [TestCase("Généralistes, un généraliste, des médecins généralistes", "Dermatologues, un dermatologue, des dermatologues")]
    public void French_names_the_specialty(string text, string expected) =>
        Assert.That(ReportText.French.Calling(Skin).Say("", text), Is.EqualTo(expected));

    [Test]
    public void Without_a_specialty_nothing_is_called_otherwise() =>
        Assert.That(ReportText.English.Calling(null), Is.SameAs(ReportText.English));
}
