using InstallSim.Inputs;

namespace InstallSim.Tests.Inputs;

public class InputCatalogsTests
{
    [TestCase(typeof(SampleAccess))]
    [TestCase(typeof(SamplePolicy))]
    public void A_catalog_holds_only_classes_that_can_be_made(Type type) =>
        Assert.That(() => new InputCatalogs().Add<SamplePolicy>(new Dictionary<string, Type> { ["x"] = type }), Throws.ArgumentException);

    [Test]
    public void Names_given_for_a_key_are_the_only_texts_it_takes()
    {
        using var folder = new TemporaryFolder();
        var errors = new InputErrors();
        string path = folder.Write("a.yaml", "name: x\ntags: [red, bleu]\n");
        new Binder(errors, new InputCatalogs().Allow<SampleScenario>("tags", ["red", "blue"]))
            .Bind<SampleScenario>(YamlFile.Read(path, errors)!);
        Assert.That(errors.All.Select(error => error.ToString()),
            Is.EqualTo((string[])[$"{path}(2,13): error: 'tags': found 'bleu'; did you mean 'blue'?; expected one of red, blue"]));
    }
}
