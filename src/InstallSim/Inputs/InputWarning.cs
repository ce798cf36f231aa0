namespace InstallSim.Inputs;

/// <summary>Something in a user's input that is allowed and may still not be what is meant.</summary>
/// <param name="Place">Where.</param>
/// <param name="Message">What was found, and what to write instead.</param>
public sealed record InputWarning(Place Place, string Message)
{
    /// <summary>The form that editors and people read: <c>file.yaml(12,5): warning: message</c>.</summary>
    public override string ToString() => $"{Place}: warning: {Message}";
}
