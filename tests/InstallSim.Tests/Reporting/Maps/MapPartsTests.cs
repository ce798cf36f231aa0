using InstallSim.Reporting.Maps;

namespace InstallSim.Tests.Reporting.Maps;

public sealed class MapPartsTests
{
    [TestCase("CC des Collines du Perche", "Collines du Perche")]
    [TestCase("CC de l'Ernée", "Ernée")]
    [TestCase("CA Bourges Plus", "Bourges Plus")]
    [TestCase("Métropole de Lyon", "Lyon")]
    [TestCase("Métropole Européenne de Lille", "Métropole Européenne de Lille")]
    [TestCase("Orléans Métropole", "Orléans Métropole")]
    [TestCase("CC ", "CC ")]
    [TestCase("CC de ", "de ")]
    [TestCase("", "")]
    public void A_short_name_leaves_out_the_kind_of_community(string name, string shorter) => Assert.That(MapParts.ShortName(name), Is.EqualTo(shorter));
}
