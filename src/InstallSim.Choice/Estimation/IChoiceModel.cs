using InstallSim.Choice.Data;

namespace InstallSim.Choice.Estimation;

/// <summary>A choice model before it meets data.</summary>
public interface IChoiceModel
{
    /// <summary>Names of the parameters, the order of θ.</summary>
    IReadOnlyList<string> Parameters { get; }

    /// <summary>The model's log-likelihood on given choices.</summary>
    /// <param name="data">Choices, with the variables that the model names.</param>
    /// <exception cref="ArgumentException">A variable of the model is not in the data.</exception>
    Likelihood Bind(ChoiceData data);

    /// <summary>Groups of parameters whose signs can be turned together without a change, but for the draws: spreads, from 0 up.</summary>
    internal IReadOnlyList<IReadOnlyList<string>> Mirrored => [];
}
