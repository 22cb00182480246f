using System.Xml.Linq;
using BedrockGateway.LocalAws.CloudFormation;
using Microsoft.Extensions.DependencyInjection;

namespace BedrockGateway.LocalAws.Tests.CloudFormation;

/// <summary>
/// An emulator with the type <c>AWS::Sample::Thing</c>, and a client that waits for stacks to settle.
/// </summary>
internal sealed class StackLab : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private StackLab(LocalAws aws, SampleHandler handler)
    {
        Aws = aws;
        Handler = handler;
        Client = new(aws.Endpoint, "cloudformation");
    }

    public LocalAws Aws { get; }

    public SampleHandler Handler { get; }

    public QueryClient Client { get; }

    public static async Task<StackLab> StartAsync(bool bootstrapped = false, bool enforcePolicies = true)
    {
        var handler = new SampleHandler();
        var aws = await LocalAws.StartAsync(
            new() { Bootstrapped = bootstrapped, EnforcePolicies = enforcePolicies },
            services => services.AddSingleton<IResourceHandler>(handler),
            TestContext.Current.CancellationToken);
        return new(aws, handler);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Aws.DisposeAsync();
    }

    /// <summary>Creates a stack named <c>lab</c> and returns the status it settles in.</summary>
    public async Task<string> CreateAsync(string template, params (string, string)[] fields)
    {
        var reply = await Client.CallAsync(
            "CreateStack", [("StackName", "lab"), ("TemplateBody", template), .. fields]);
        return await SettleAsync((string)reply.Descendants("StackId").Single()!);
    }

    /// <summary>Updates the stack named <c>lab</c> and returns the status it settles in.</summary>
    public async Task<string> UpdateAsync(string template, params (string, string)[] fields)
    {
        await Client.CallAsync("UpdateStack", [("StackName", "lab"), ("TemplateBody", template), .. fields]);
        return await SettleAsync("lab");
    }

    /// <summary>Deletes the stack named <c>lab</c> and returns the status it settles in.</summary>
    public async Task<string> DeleteAsync(params (string, string)[] fields)
    {
        var id = await IdAsync("lab");
        await Client.CallAsync("DeleteStack", [("StackName", "lab"), .. fields]);
        return await SettleAsync(id);
    }

    public async Task<string> IdAsync(string name) => (string)(await DescribeAsync(name)).Element("StackId")!;

    public async Task<XElement> DescribeAsync(string nameOrId)
    {
        var reply = await Client.CallAsync("DescribeStacks", ("StackName", nameOrId));
        return reply.Descendants("Stacks").Single().Elements("member").Single();
    }

    /// <summary>Asks until nothing is in progress any more.</summary>
    public async Task<string> SettleAsync(string nameOrId)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            var status = (string)(await DescribeAsync(nameOrId)).Element("StackStatus")!;
            if (!status.EndsWith("_IN_PROGRESS", StringComparison.Ordinal))
            {
                return status;
            }

            patience.Token.ThrowIfCancellationRequested();
        }
    }

    /// <summary>
    /// The history, oldest first: <c>{logical} {status} {physical} {reason}</c>, without the stack's ARN.
    /// </summary>
    public async Task<string[]> EventsAsync(string nameOrId = "lab")
    {
        var reply = await Client.CallAsync("DescribeStackEvents", ("StackName", nameOrId));
        return [.. reply.Descendants("StackEvents").Single().Elements("member").Reverse().Select(Line)];
    }

    private static string Line(XElement happened)
    {
        var physicalId = (string)happened.Element("PhysicalResourceId")!;
        string?[] parts =
        [
            (string?)happened.Element("LogicalResourceId"),
            (string?)happened.Element("ResourceStatus"),
            physicalId.StartsWith("arn:aws:cloudformation", StringComparison.Ordinal) ? "" : physicalId,
            (string?)happened.Element("ResourceStatusReason"),
        ];
        return string.Join(' ', parts.Where(part => !string.IsNullOrEmpty(part)));
    }
}
