using InstallSim.Reporting;

namespace InstallSim.Tests.Reporting;

public sealed class PlaceNamesTests
{
    [TestCase("CC de la Châtre et Sainte-Sévère", "La Châtre et Sainte-Sévère")]
    [TestCase("CC des Collines du Perche", "Les Collines du Perche")]
    [TestCase("CC de l'Ernée", "L'Ernée")]
    [TestCase("CC de l’Île-Rousse", "L’Île-Rousse")]
    [TestCase("CC du Grand Chambord", "Le Grand Chambord")]
    [TestCase("CC le Dunois", "Le Dunois")]
    [TestCase("CC les Trois Provinces", "Les Trois Provinces")]
    [TestCase("CA de La Rochelle", "La Rochelle")]
    [TestCase("CA d'Epinal", "Epinal")]
    [TestCase("CA Bourges Plus", "Bourges Plus")]
    [TestCase("Métropole de Lyon", "Lyon")]
    [TestCase("Métropole du Grand Nancy", "Le Grand Nancy")]
    public void A_short_name_leaves_out_the_kind_of_community_and_keeps_the_article(string name, string shorter) =>
        Assert.That(PlaceNames.Short(name), Is.EqualTo(shorter));

    [TestCase("CA de Blois ''Agglopolys''", "Blois")]
    [TestCase("CA Montargoise et Rives du Loing (AME)", "Montargoise et Rives du Loing")]
    public void A_short_name_leaves_out_the_by_name(string name, string shorter) =>
        Assert.That(PlaceNames.Short(name), Is.EqualTo(shorter));

    [TestCase("Métropole Européenne de Lille")]
    [TestCase("Orléans Métropole")]
    [TestCase("Le Blanc")]
    [TestCase("L'Isle-d’Abeau")]
    [TestCase("CC ")]
    [TestCase("")]
    public void A_name_that_is_short_already_stays(string name) => Assert.That(PlaceNames.Short(name), Is.EqualTo(name));

    [TestCase("CC de ", "de")]
    [TestCase("CC (AME)", "(AME)")]
    public void A_name_of_nothing_but_what_is_left_out_keeps_some_of_it(string name, string shorter) =>
        Assert.That(PlaceNames.Short(name), Is.EqualTo(shorter));
}
