namespace InstallSim.Inputs;

/// <summary>Something in a user's input that is allowed and may still not be what is meant.</summary>
/// <param name="Place">Where.</param>
/// <param name="Said">What was found, and what to write instead.</param>
public sealed record InputWarning(Place Place, InputMessage Said)
{
    /// <summary>What was found, and what to write instead, in English.</summary>
    public string Message => Said.English;

    /// <summary>As <see cref="ToString"/>, in French where the message is known there.</summary>
    public string French => $"{Place}\u00a0: avertissement\u00a0: {Said.French}";

    /// <summary>The form that editors and people read: <c>file.yaml(12,5): warning: message</c>.</summary>
    public override string ToString() => $"{Place}: warning: {Message}";
}
