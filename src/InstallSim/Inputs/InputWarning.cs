namespace InstallSim.Inputs;

/// <summary>Something in a user's input that is allowed and may still not be what is meant.</summary>
/// <param name="Place">Where.</param>
/// <param name="Said">What was found, and what to write instead.</param>
/// <param name="IsNote">Whether it only tells how something was read, which is most probably what is meant.</param>
public sealed record InputWarning(Place Place, InputMessage Said, bool IsNote = false)
{
    /// <summary>Whether it limits what results mean, so that their readers are told it though it is a note.</summary>
    public bool IsLimit { get; init; }

    /// <summary>Whether readers of results are told it.</summary>
    public bool IsForReaders => !IsNote || IsLimit;

    /// <summary>What was found, and what to write instead, in English.</summary>
    public string Message => Said.English;

    /// <summary>As <see cref="ToString"/>, in French where the message is known there.</summary>
    public string French => $"{Place.French}\u00a0: {(IsNote ? "remarque" : "avertissement")}\u00a0: {Said.French}";

    /// <summary>The form that editors and people read: <c>file.yaml(12,5): warning: message</c>.</summary>
    public override string ToString() => $"{Place}: {(IsNote ? "note" : "warning")}: {Message}";
}
