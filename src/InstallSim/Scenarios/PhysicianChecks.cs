using InstallSim.Inputs;
using InstallSim.World;

namespace InstallSim.Scenarios;

/// <summary>What must hold among the settings of physicians beyond the bounds of each.</summary>
internal static class PhysicianChecks
{
    /// <summary>Notes all that contradicts.</summary>
    public static void Check(ScenarioSource source, InputErrors errors)
    {
        (Scenario scenario, _, Binder binder) = source;
        PhysicianSettings p = scenario.Physicians;
        if (p.GraduationAgeMax < p.GraduationAgeMin)
        {
            errors.Add(binder.PlaceOf(p, "graduation-age-max"), $"{p.GraduationAgeMax} is below graduation-age-min, {p.GraduationAgeMin}");
        }

        if (p.NoPartnerShare + p.CareerPartnerShare > 1)
        {
            errors.Add(binder.PlaceOf(p, "career-partner-share"), "no-partner-share and career-partner-share add up to more than 1");
        }

        for (int k = 0; k < p.Graduates.Count; k++)
        {
            int count = p.GraduatesOf(p.Graduates[k].From);
            if (count > PhysicianTable.MostOfACohort)
            {
                errors.Add(binder.PlaceOf(p, "graduates", k),
                    $"{count} graduates a year: at most {PhysicianTable.MostOfACohort} can be named");
            }
        }

        Rising(source, errors, p, "graduates", "from", [.. p.Graduates.Select(g => g.From)]);
        Rising(source, errors, p, "retirement", "from-age", [.. p.Retirement.Select(h => h.FromAge)]);
        Rising(source, errors, p.WorkingTime, "by-birth", "born", [.. p.WorkingTime.ByBirth.Select(f => f.Born)]);
    }

    /// <summary>Notes each start of a list that does not come after the one before.</summary>
    public static void Rising(ScenarioSource source, InputErrors errors, object owner, string key, string what, int[] starts)
    {
        for (int k = 1; k < starts.Length; k++)
        {
            if (starts[k] <= starts[k - 1])
            {
                errors.Add(source.Binder.PlaceOf(owner, key, k), $"{what} {starts[k]} does not come after {starts[k - 1]}");
            }
        }
    }
}
