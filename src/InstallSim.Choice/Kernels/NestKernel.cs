using System.Runtime.CompilerServices;

namespace InstallSim.Choice.Kernels;

/// <summary>
/// Nested logits for <see cref="DrawKernel"/>, draws in lanes. Values go up the tree, v(branch) = λ·ln Σ exp(v/λ); derivatives come down
/// it: a(node) = ∂ln P/∂v(node) starts from the steps to the choice, (v(node) − v(branch))/λ, and passes to the children as
/// a(branch)·P(child), and to λ as a(branch)·(v(branch) − Σ P(child)·v(child))/λ.
/// </summary>
internal static class NestKernel
{
    /// <summary>ln P of a unit's choices; leaves ∂ln P/∂V of each row, and behind them ∂ln P/∂λ of each branch.</summary>
    public static T Run<T, TL>(ref DrawBlock block, ref double v, ref double a)
        where T : struct
        where TL : struct, ILanes<T>
    {
        int branches = block.Dissimilarity.Length, row = 0;
        ref double slope = ref Unsafe.Add(ref a, block.Base.Length * TL.Count);
        ref double value = ref Unsafe.Add(ref slope, branches * TL.Count);
        T zero = TL.Broadcast(0), logP = zero;
        for (int branch = 0; branch < branches; branch++)
        {
            TL.Store(zero, ref Unsafe.Add(ref slope, branch * TL.Count));
        }

        for (int t = 0; t < block.Ends.Length; t++)
        {
            NestShape shape = block.Shapes[t];
            int size = block.Ends[t] - row, nodes = size + 1 + branches;
            ref double share = ref Unsafe.Add(ref value, nodes * TL.Count);
            ref double adjoint = ref Unsafe.Add(ref share, nodes * TL.Count);
            for (int i = 0; i < size; i++)
            {
                TL.Store(TL.Load(ref Unsafe.Add(ref v, (row + i) * TL.Count)), ref Unsafe.Add(ref value, i * TL.Count));
            }

            for (int node = 0; node < nodes; node++)
            {
                TL.Store(zero, ref Unsafe.Add(ref adjoint, node * TL.Count));
            }

            TL.Store(zero, ref Unsafe.Add(ref value, size * TL.Count));
            for (int branch = branches - 1; branch >= 0; branch--)
            {
                Gather<T, TL>(shape.Children[branch], size + 1 + branch, block.Dissimilarity[branch], ref value, ref share);
            }

            logP = TL.Add(logP, Climb<T, TL>(ref block, shape, size, ref value, ref adjoint, ref slope));
            if (!block.Slope.IsEmpty)
            {
                Descend<T, TL>(ref block, shape, size, ref value, ref share, ref adjoint, ref slope);
                for (int i = 0; i < size; i++)
                {
                    TL.Store(TL.Load(ref Unsafe.Add(ref adjoint, i * TL.Count)), ref Unsafe.Add(ref a, (row + i) * TL.Count));
                }
            }

            row = block.Ends[t];
        }

        return logP;
    }

    /// <summary>Value of a branch and the probabilities of its children within it.</summary>
    private static void Gather<T, TL>(int[] children, int at, double lambda, ref double value, ref double share)
        where T : struct
        where TL : struct, ILanes<T>
    {
        if (children.Length == 0)
        {
            return;
        }

        T largest = TL.Load(ref Unsafe.Add(ref value, children[0] * TL.Count)), one = TL.Broadcast(1);
        if (children.Length == 1)
        {
            TL.Store(largest, ref Unsafe.Add(ref value, at * TL.Count));
            TL.Store(one, ref Unsafe.Add(ref share, children[0] * TL.Count));
            return;
        }

        foreach (int child in children)
        {
            largest = TL.Max(TL.Load(ref Unsafe.Add(ref value, child * TL.Count)), largest);
        }

        T sum = TL.Broadcast(0), divisor = TL.Broadcast(lambda), least = TL.Broadcast(-708);
        foreach (int child in children)
        {
            T step = TL.Divide(TL.Subtract(TL.Load(ref Unsafe.Add(ref value, child * TL.Count)), largest), divisor);
            T e = Elementary.ExpNormal<T, TL>(TL.Max(step, least));
            TL.Store(e, ref Unsafe.Add(ref share, child * TL.Count));
            sum = TL.Add(sum, e);
        }

        T inverse = TL.Divide(one, sum);
        foreach (int child in children)
        {
            ref double own = ref Unsafe.Add(ref share, child * TL.Count);
            TL.Store(TL.Multiply(TL.Load(ref own), inverse), ref own);
        }

        TL.Store(TL.MultiplyAdd(divisor, Elementary.Log<T, TL>(sum), largest), ref Unsafe.Add(ref value, at * TL.Count));
    }

    /// <summary>ln P of one choice: the steps from the chosen alternative to the root.</summary>
    private static T Climb<T, TL>(
        ref DrawBlock block, NestShape shape, int size, ref double value, ref double adjoint, ref double slope)
        where T : struct
        where TL : struct, ILanes<T>
    {
        T logP = TL.Broadcast(0);
        int node = size;
        foreach (int branch in shape.Path)
        {
            int above = size + 1 + branch;
            T inverse = TL.Broadcast(1 / block.Dissimilarity[branch]);
            T step = TL.Multiply(
                TL.Subtract(TL.Load(ref Unsafe.Add(ref value, node * TL.Count)), TL.Load(ref Unsafe.Add(ref value, above * TL.Count))),
                inverse);
            logP = TL.Add(logP, step);
            ref double own = ref Unsafe.Add(ref adjoint, node * TL.Count);
            TL.Store(TL.Add(TL.Load(ref own), inverse), ref own);
            TL.Store(TL.Subtract(TL.Broadcast(0), inverse), ref Unsafe.Add(ref adjoint, above * TL.Count));
            ref double to = ref Unsafe.Add(ref slope, branch * TL.Count);
            TL.Store(TL.Subtract(TL.Load(ref to), TL.Multiply(step, inverse)), ref to);
            node = above;
        }

        return logP;
    }

    private static void Descend<T, TL>(
        ref DrawBlock block, NestShape shape, int size, ref double value, ref double share, ref double adjoint, ref double slope)
        where T : struct
        where TL : struct, ILanes<T>
    {
        for (int branch = 0; branch < shape.Children.Length; branch++)
        {
            if (shape.Children[branch].Length == 0)
            {
                continue;
            }

            int at = size + 1 + branch;
            T from = TL.Load(ref Unsafe.Add(ref adjoint, at * TL.Count)), rest = TL.Load(ref Unsafe.Add(ref value, at * TL.Count));
            foreach (int child in shape.Children[branch])
            {
                T p = TL.Load(ref Unsafe.Add(ref share, child * TL.Count));
                ref double own = ref Unsafe.Add(ref adjoint, child * TL.Count);
                TL.Store(TL.MultiplyAdd(from, p, TL.Load(ref own)), ref own);
                rest = TL.Subtract(rest, TL.Multiply(p, TL.Load(ref Unsafe.Add(ref value, child * TL.Count))));
            }

            ref double to = ref Unsafe.Add(ref slope, branch * TL.Count);
            TL.Store(TL.MultiplyAdd(TL.Multiply(from, TL.Broadcast(1 / block.Dissimilarity[branch])), rest, TL.Load(ref to)), ref to);
        }
    }
}
