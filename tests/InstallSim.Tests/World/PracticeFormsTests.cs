using InstallSim.Inputs;
using InstallSim.World;

namespace InstallSim.Tests.World;

public sealed class PracticeFormsTests
{
    [Test]
    public void Every_form_has_its_line_in_the_order_of_the_forms() =>
        Assert.That(PracticeForms.All.Select(form => form.Form), Is.EqualTo(Enum.GetValues<PracticeForm>()));

    [Test]
    public void Results_name_a_form_as_YAML_does() =>
        Assert.That(PracticeForms.All.Select(form => form.Name), Is.EqualTo(Enum.GetNames<PracticeForm>().Select(InputType.Kebab)));
}
