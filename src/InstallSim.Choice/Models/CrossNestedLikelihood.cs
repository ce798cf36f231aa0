using InstallSim.Choice.Data;
using InstallSim.Choice.Estimation;
using InstallSim.Choice.Kernels;

namespace InstallSim.Choice.Models;

/// <summary>
/// With u(j, m) = (V(j) + ln α(j, m))/λ(m), p = exp u/S within the nest, Q(m) the nest's probability and q(m) that given the choice i,
/// ∂ln P/∂u(j, m) = w = ((q − Q)·λ − q)·p(j, m) + q·[j = i]; from it ∂V = Σ w/λ, ∂α = w/(α·λ) and ∂λ = (q − Q)·ln S − Σ w·u/λ.
/// </summary>
internal sealed class CrossNestedLikelihood : Likelihood
{
    private readonly ChoiceData _data;
    private readonly Lazy<double[]> _start;
    private readonly Lazy<IReadOnlyList<Undetermined>> _undetermined;
    private readonly int[] _column, _lambda; // places in the data, in θ
    private readonly Dictionary<int, Part[]> _partsOf;

    public CrossNestedLikelihood(CrossNestedLogit model, ChoiceData data, Lazy<double[]> start)
        : base(model.Parameters, data.Situations)
    {
        (_data, _start) = (data, start);
        _column = [.. model.Variables.Select(data.IndexOf)];
        _undetermined = new(() => NestIdentification.Of(data, model.Nests.Select(nest => (nest.Parameter,
            (IReadOnlyList<IReadOnlySet<int>>)[.. nest.Members.Select(member => (HashSet<int>)[member.Alternative])]))));
        var names = model.Parameters.ToList();
        _lambda = [.. model.Nests.Select(n => names.IndexOf(n.Parameter))];
        _partsOf = model.Nests.SelectMany((nest, m) => nest.Members.Select(member => (member, m))).GroupBy(p => p.member.Alternative)
            .ToDictionary(g => g.Key, g => g.Select(p => new Part(p.m, p.member.Share is { } share ? names.IndexOf(share) : -1)).ToArray());
    }

    public override bool HasHessian => false;

    public override double[] Start => _start.Value;

    public override IReadOnlyList<Undetermined> Undetermined => _undetermined.Value;

    internal override bool HasEnds(int parameter) =>
        _partsOf.Values.Any(parts => Array.Exists(parts, part => part.Share == parameter));

    /// <summary>From 0 to what the other parts of its alternatives leave.</summary>
    internal override (double Lower, double Upper) Range(int parameter, double[] theta) => (0, _partsOf.Values
        .Where(parts => Array.Exists(parts, part => part.Share == parameter))
        .Min(parts => 1 - parts.Where(part => part.Share >= 0 && part.Share != parameter).Sum(part => theta[part.Share])));

    public override int PersonOf(int unit) => _data.Person(unit);

    protected override void AddUnits(double[] theta, int first, int count, UnitSum sum)
    {
        bool isInside = _lambda.All(l => theta[l] > 0)
            && _partsOf.Values.SelectMany(parts => parts).All(p => p.Share < 0 || theta[p.Share] is >= 0 and <= 1)
            && _partsOf.Values.All(parts => Rest(theta, parts) >= -1e-12); // parts that are fixed may sum to 1 but for rounding
        if (!isInside)
        {
            sum.Add(first, double.NaN, new double[theta.Length]);
            return;
        }

        var room = new Room(theta.Length, _lambda.Length);
        for (int n = first; n < first + count; n++)
        {
            double weight = _data.Weight(n) * sum.Factor(n);
            double logP = Situation(theta, n, room);
            if (sum.WantsGradient)
            {
                Score(n, weight, room);
            }

            sum.Add(n, weight * logP, room.Score);
        }
    }

    private static double Rest(double[] theta, Part[] parts)
    {
        double rest = 1;
        foreach (var part in parts)
        {
            rest -= part.Share < 0 ? 0 : theta[part.Share];
        }

        return rest;
    }

    /// <summary>ln P of the choice; leaves values, nests and their probabilities in the room.</summary>
    private double Situation(double[] theta, int n, Room room)
    {
        int start = _data.Start(n), size = _data.Alternatives(n), chosen = _data.Chosen(n);
        var value = room.Values(size);
        for (int i = 0; i < _column.Length; i++)
        {
            ColumnKernel.AddScaled(theta[i], _data.Column(_column[i]).Slice(start, size), value);
        }

        double highest = double.NegativeInfinity, all = double.NegativeInfinity, own = double.NegativeInfinity;
        foreach (double v in value)
        {
            highest = Math.Max(highest, v);
        }

        Spread(theta, start, value, highest, room);
        Array.Fill(room.LogSum, double.NegativeInfinity);
        foreach (var member in room.Members)
        {
            room.LogSum[member.Nest] = AddLog(room.LogSum[member.Nest], member.U);
        }

        for (int m = 0; m < room.LogSum.Length; m++)
        {
            all = AddLog(all, room.Lambda[m] * room.LogSum[m]);
        }

        foreach (int j in room.Alone)
        {
            all = AddLog(all, value[j]);
        }

        foreach (var member in room.Members)
        {
            if (member.Row == chosen && member.Alpha > 0)
            {
                own = AddLog(own, room.LogJoint[member.Nest] = (room.Lambda[member.Nest] - 1) * room.LogSum[member.Nest] + member.U);
            }
        }

        if (room.Alone.Contains(chosen))
        {
            own = value[chosen];
        }

        (room.LogAll, room.LogOwn) = (all, own);
        return own - all;
    }

    /// <summary>
    /// Lists the members of nests among the alternatives of a set, with u, and those that stand alone; V becomes V − max V.
    /// </summary>
    private void Spread(double[] theta, int start, Span<double> value, double highest, Room room)
    {
        for (int m = 0; m < _lambda.Length; m++)
        {
            room.Lambda[m] = theta[_lambda[m]];
        }

        room.Members.Clear();
        room.Alone.Clear();
        Array.Fill(room.LogJoint, double.NegativeInfinity);
        for (int j = 0; j < value.Length; j++)
        {
            value[j] -= highest;
            if (!_partsOf.TryGetValue(_data.Alternative(start + j), out var parts))
            {
                room.Alone.Add(j);
                continue;
            }

            double rest = Math.Max(0, Rest(theta, parts));
            foreach (var part in parts)
            {
                double alpha = part.Share < 0 ? rest : theta[part.Share];
                room.Members.Add(new Member(parts, j, part.Nest, alpha,
                    alpha > 0 ? (value[j] + Elementary.Log(alpha)) / room.Lambda[part.Nest] : double.NegativeInfinity));
            }
        }
    }

    private void Score(int n, double weight, Room room)
    {
        int start = _data.Start(n), chosen = _data.Chosen(n);
        var slope = room.Slopes(_data.Alternatives(n));
        Array.Clear(room.Score);
        for (int m = 0; m < _lambda.Length; m++)
        {
            if (!double.IsNegativeInfinity(room.LogSum[m]))
            {
                room.Score[_lambda[m]] += weight * (room.Given(m) - room.Probability(m)) * room.LogSum[m];
            }
        }

        foreach (var (parts, row, nest, alpha, u) in room.Members)
        {
            if (alpha == 0)
            {
                continue;
            }

            double lambda = room.Lambda[nest], q = room.Given(nest), p = Elementary.Exp(u - room.LogSum[nest]);
            double w = weight * (((q - room.Probability(nest)) * lambda - q) * p + (row == chosen ? q : 0));
            slope[row] += w / lambda;
            room.Score[_lambda[nest]] -= w * u / lambda;
            AddShare(parts, nest, w / (alpha * lambda), room.Score);
        }

        foreach (int row in room.Alone)
        {
            slope[row] = weight * ((row == chosen ? 1 : 0) - Elementary.Exp(room.Value[row] - room.LogAll));
        }

        for (int i = 0; i < _column.Length; i++)
        {
            room.Score[i] += ColumnKernel.Dot(slope, _data.Column(_column[i]).Slice(start, slope.Length));
        }
    }

    /// <summary>A part's own parameter, or minus those of the others for the part that takes the rest.</summary>
    private static void AddShare(Part[] parts, int nest, double slope, double[] score)
    {
        bool isRest = Array.Exists(parts, p => p.Nest == nest && p.Share < 0);
        foreach (var part in parts)
        {
            if (part.Share >= 0 && (isRest || part.Nest == nest))
            {
                score[part.Share] += isRest ? -slope : slope;
            }
        }
    }

    private static double AddLog(double a, double b)
    {
        double larger = Math.Max(a, b);
        return double.IsNegativeInfinity(larger) ? larger : larger + Elementary.Log(1 + Elementary.Exp(Math.Min(a, b) - larger));
    }

    /// <summary>A nest that an alternative is in, and the place of α in θ; −1: the rest.</summary>
    private readonly record struct Part(int Nest, int Share);

    /// <summary>An alternative of a set in a nest.</summary>
    private readonly record struct Member(Part[] Parts, int Row, int Nest, double Alpha, double U);

    /// <summary>Working arrays.</summary>
    private sealed class Room(int parameters, int nests)
    {
        private double[] _slope = [];

        public double[] Value { get; private set; } = [];

        public double[] Score { get; } = new double[parameters];

        public double[] Lambda { get; } = new double[nests];

        /// <summary>ln S by nest, of V − max V.</summary>
        public double[] LogSum { get; } = new double[nests];

        /// <summary>ln (Q·p(chosen)) by nest, before the division by all.</summary>
        public double[] LogJoint { get; } = new double[nests];

        public double LogAll { get; set; }

        public double LogOwn { get; set; }

        public List<Member> Members { get; } = [];

        public List<int> Alone { get; } = [];

        public double Probability(int nest) => Elementary.Exp(Lambda[nest] * LogSum[nest] - LogAll);

        public double Given(int nest) => Elementary.Exp(LogJoint[nest] - LogOwn);

        public Span<double> Values(int size)
        {
            if (Value.Length < size)
            {
                (Value, _slope) = (new double[size], new double[size]);
            }

            Value.AsSpan(0, size).Clear();
            return Value.AsSpan(0, size);
        }

        public Span<double> Slopes(int size)
        {
            _slope.AsSpan(0, size).Clear();
            return _slope.AsSpan(0, size);
        }
    }
}
