using System.Reflection;
using System.Reflection.Emit;
using System.Text;
using InstallSim.Inputs;

namespace InstallSim.Tests.Inputs;

/// <summary>
/// The messages that compiled code can say, read from its instructions: an interpolated text becomes a constructor of
/// <see cref="InputMessage"/> with the lengths of its parts, and a call for each part; a plain text is converted.
/// </summary>
internal sealed class SaidMessages
{
    private static readonly OpCode[] Codes = [.. typeof(OpCodes).GetFields().Select(f => f.GetValue(null)).OfType<OpCode>()];
    private static readonly Dictionary<short, OpCode> ByValue = Codes.ToDictionary(c => c.Value);
    private readonly List<string> _templates = [];
    private readonly List<string> _made = [];

    /// <summary>Reads all methods of some assemblies.</summary>
    public SaidMessages(params Assembly[] assemblies)
    {
        const BindingFlags all = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance
            | BindingFlags.DeclaredOnly;
        foreach (Type type in assemblies.SelectMany(a => a.GetTypes()).Where(t => t != typeof(InputMessage)))
        {
            foreach (MethodBase method in type.GetMethods(all).Cast<MethodBase>().Concat(type.GetConstructors(all)))
            {
                Read(method);
            }
        }
    }

    /// <summary>Texts with <c>{0}</c> and so on for their values.</summary>
    public IEnumerable<string> Templates => _templates.Distinct();

    /// <summary>Methods that turn a text made while running into a message: what it says cannot be read here.</summary>
    public IEnumerable<string> MadeWhileRunning => _made.Distinct();

    private readonly record struct Instruction(int At, OpCode Code, int Operand);

    private void Read(MethodBase method)
    {
        if (method.GetMethodBody()?.GetILAsByteArray() is not { } bytes)
        {
            return;
        }

        List<Instruction> code = [.. Decode(bytes)];
        var open = new Stack<(int Letters, int Values, int Hole, StringBuilder Text)>();
        for (int i = 0; i < code.Count; i++)
        {
            if (code[i].Code.OperandType != OperandType.InlineMethod || Called(method, code[i].Operand) is not { } called)
            {
                continue;
            }

            if (called.DeclaringType != typeof(InputMessage))
            {
                continue;
            }

            if (called.IsConstructor && called.GetParameters().Length == 2)
            {
                open.Push((Number(code[i - 2]), Number(code[i - 1]), 0, new StringBuilder()));
            }
            else if (called.Name == nameof(InputMessage.AppendLiteral) && code[i - 1].Code == OpCodes.Ldstr)
            {
                string text = method.Module.ResolveString(code[i - 1].Operand);
                var (letters, values, hole, so) = open.Pop();
                open.Push((letters - text.Length, values, hole, so.Append(text)));
            }
            else if (called.Name == nameof(InputMessage.AppendFormatted))
            {
                var (letters, values, hole, so) = open.Pop();
                open.Push((letters, values - 1, hole + 1, so.Append('{').Append(hole).Append('}')));
            }
            else if (called.Name == "op_Implicit")
            {
                Plain(method, code, i);
            }

            Close(open);
        }
    }

    private void Close(Stack<(int Letters, int Values, int Hole, StringBuilder Text)> open)
    {
        if (open.TryPeek(out var top) && top is { Letters: 0, Values: 0 })
        {
            _templates.Add(open.Pop().Text.ToString());
        }
    }

    /// <summary>The text, or the texts of a condition, that a conversion takes.</summary>
    private void Plain(MethodBase method, List<Instruction> code, int at)
    {
        int i = at - 1;
        if (code[i].Code != OpCodes.Ldstr)
        {
            _made.Add($"{method.DeclaringType!.FullName}.{method.Name}");
        }

        while (i >= 0 && code[i].Code == OpCodes.Ldstr)
        {
            _templates.Add(method.Module.ResolveString(code[i].Operand));
            bool isJump = i > 1 && (code[i - 1].Code == OpCodes.Br || code[i - 1].Code == OpCodes.Br_S);
            i = isJump && code[i].At + code[i - 1].Operand == code[at].At ? i - 2 : -1;
        }
    }

    private static MethodBase? Called(MethodBase from, int token)
    {
        try
        {
            return from.Module.ResolveMethod(token, from.DeclaringType?.GetGenericArguments(),
                from.IsGenericMethod ? from.GetGenericArguments() : null);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static int Number(Instruction push) => push.Code.Value switch
    {
        >= 0x16 and <= 0x1e => push.Code.Value - 0x16,
        _ => push.Operand,
    };

    private static IEnumerable<Instruction> Decode(byte[] bytes)
    {
        for (int i = 0; i < bytes.Length;)
        {
            int at = i;
            OpCode code = bytes[i] == 0xfe ? ByValue[(short)(0xfe00 | bytes[i + 1])] : ByValue[bytes[i]];
            i += code.Size;
            int size = code.OperandType switch
            {
                OperandType.InlineNone => 0,
                OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
                OperandType.InlineVar => 2,
                OperandType.InlineI8 or OperandType.InlineR => 8,
                OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(bytes, i)),
                _ => 4,
            };
            yield return new Instruction(at, code, size switch
            {
                1 => (sbyte)bytes[i],
                4 => BitConverter.ToInt32(bytes, i),
                _ => 0,
            });
            i += size;
        }
    }
}
