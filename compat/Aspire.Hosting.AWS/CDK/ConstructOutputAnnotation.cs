using Amazon.CDK;
using Aspire.Hosting.ApplicationModel;
using Constructs;

namespace Aspire.Hosting.AWS.CDK;

/// <summary>An output that the app model adds to a stack before it is synthesized.</summary>
internal abstract class ConstructOutputAnnotation(string outputName) : IResourceAnnotation
{
    public string OutputName { get; } = outputName;

    public abstract void AddTo(IConstruct construct);
}

internal sealed class ConstructOutputAnnotation<T>(string outputName, ConstructOutputDelegate<T> output)
    : ConstructOutputAnnotation(outputName)
    where T : IConstruct
{
    public override void AddTo(IConstruct construct)
    {
        var key = OutputKeys.For(construct, OutputName);
        _ = new CfnOutput(Stack.Of(construct), key, new CfnOutputProps { Key = key, Value = output((T)construct) });
    }
}

internal static class OutputKeys
{
    /// <summary>The construct's path within its stack, without separators, then the output's name.</summary>
    public static string For(IConstruct construct, string outputName)
    {
        var stack = Names.UniqueId(Stack.Of(construct));
        var own = Names.UniqueId(construct);
        while (stack.Length > 0 && own.StartsWith(stack, StringComparison.Ordinal))
        {
            own = own[stack.Length..];
        }

        return own + outputName;
    }
}
