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
    private readonly List<string> _texts = [];
    private readonly List<string> _inHoles = [];

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

    /// <summary>Texts written inside the holes of messages, which are the same in every language.</summary>
    public IEnumerable<string> TextsInHoles => _inHoles.Distinct();

    /// <summary>All texts of the code.</summary>
    public IEnumerable<string> Texts => _texts.Distinct();

    /// <summary>Methods that turn a text made while running into a message: what it says cannot be read here.</summary>
    public IEnumerable<string> MadeWhileRunning => _made.Distinct();

    private readonly record struct Instruction(int At, OpCode Code, int Operand);

    /// <summary>A text under way.</summary>
    private sealed class Open(int letters, int values)
    {
        private int _letters = letters, _hole;

        public StringBuilder Text { get; } = new();

        public bool IsWhole => _letters == 0 && _hole == values;

        public void Add(string text)
        {
            _letters -= text.Length;
            Text.Append(text);
        }

        public void AddHole() => Text.Append('{').Append(_hole++).Append('}');
    }

    private void Read(MethodBase method)
    {
        if (method.GetMethodBody()?.GetILAsByteArray() is not { } bytes)
        {
            return;
        }

        List<Instruction> code = [.. Decode(bytes)];
        _texts.AddRange(code.Where(c => c.Code == OpCodes.Ldstr).Select(c => method.Module.ResolveString(c.Operand)));
        var open = new Stack<Open>();
        for (int i = 0; i < code.Count; i++)
        {
            if (open.Count > 0 && code[i].Code == OpCodes.Ldstr
                && Called(method, code[i + 1].Operand)?.DeclaringType != typeof(InputMessage))
            {
                _inHoles.Add(method.Module.ResolveString(code[i].Operand));
            }

            if (code[i].Code.OperandType != OperandType.InlineMethod || Called(method, code[i].Operand) is not { } called
                || called.DeclaringType != typeof(InputMessage))
            {
                continue;
            }

            if (called.Name == "op_Implicit" && called.GetParameters()[0].ParameterType == typeof(string))
            {
                Plain(method, code, i);
            }
            else
            {
                Part(method, code, i, called, open);
            }
        }
    }

    /// <summary>Opens a text, or adds a part to the one that is open; it ends when all its letters and values are there.</summary>
    private void Part(MethodBase method, List<Instruction> code, int i, MethodBase called, Stack<Open> open)
    {
        if (called.IsConstructor && called.GetParameters().Length == 2)
        {
            open.Push(new Open(Number(code[i - 2]), Number(code[i - 1])));
        }
        else if (called.Name == nameof(InputMessage.AppendLiteral) && code[i - 1].Code == OpCodes.Ldstr)
        {
            open.Peek().Add(method.Module.ResolveString(code[i - 1].Operand));
        }
        else if (called.Name == nameof(InputMessage.AppendFormatted))
        {
            open.Peek().AddHole();
        }

        if (open.TryPeek(out Open? top) && top.IsWhole)
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
        if (token >> 24 is not (0x06 or 0x0a or 0x2b))
        {
            return null;
        }

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
