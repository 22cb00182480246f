using System.Text.Json.Nodes;
using Amazon.CDK;

namespace BedrockGateway.Infra.Tests;

/// <summary>The template that CDK makes of some settings, as JSON.</summary>
internal static class SynthesizedStack
{
    // What the CDK CLI passes when it is told not to bundle.
    private static readonly AppProps WithoutBundling = new()
    {
        Context = new Dictionary<string, object> { ["aws:cdk:bundling-stacks"] = Array.Empty<string>() },
    };

    private static readonly Lazy<JsonObject> SharedDefault = new(() => Template(new()));

    private static readonly Lazy<JsonObject> SharedEverything = new(() => Template(EverySetting!));

    /// <summary>Settings under which the stack has every kind of resource that it can have.</summary>
    public static GatewaySettings EverySetting { get; } = new()
    {
        OrganizationDomain = "example.com",
        StageName = "v1",
        CorsOrigins = "https://a.example.com,https://b.example.com",
        CustomDomain = "gateway.example.com",
        CertificateArn = "arn:aws:acm:eu-west-1:123456789012:certificate/1234-abcd",
        EnableWaf = true,
        EmailFrom = "Gateway <gateway@example.com>",
        AlarmEmail = "operations@example.com",
        ExecutionLogLevel = ExecutionLogLevel.Info,
        LogRetentionDays = 7,
        RetainUsers = false,
    };

    /// <summary>The template of the defaults. Nobody may change it.</summary>
    public static JsonObject Default => SharedDefault.Value;

    /// <summary>The template of <see cref="EverySetting"/>. Nobody may change it.</summary>
    public static JsonObject Everything => SharedEverything.Value;

    public static App App() => new(WithoutBundling);

    public static JsonObject Template(GatewaySettings settings)
    {
        var stack = new GatewayStack(App(), settings);
        var artifact = ((App)stack.Node.Root).Synth().GetStackByName(stack.StackName);
        return JsonNode.Parse(File.ReadAllText(artifact.TemplateFullPath))!.AsObject();
    }

    /// <summary>Logical id and properties of every resource of a type.</summary>
    public static IEnumerable<(string LogicalId, JsonObject Properties)> Resources(
        this JsonObject template, string type) =>
        from resource in template["Resources"]!.AsObject()
        where (string?)resource.Value!["Type"] == type
        select (resource.Key, resource.Value!["Properties"]!.AsObject());

    /// <summary>The only resource of a type, with its type and policies.</summary>
    public static JsonObject Only(this JsonObject template, string type) =>
        template["Resources"]![template.Resources(type).Single().LogicalId]!.AsObject();

    /// <summary>
    /// The same template with what may differ between the local run and a deployed one taken out: the package, and
    /// what somebody looks at in CloudWatch.
    /// </summary>
    public static JsonObject AsRunAnywhere(this JsonObject template)
    {
        var copy = template.DeepClone().AsObject();
        foreach (var type in new[]
        {
            "AWS::CloudWatch::Alarm", "AWS::CloudWatch::Dashboard", "AWS::SNS::Topic", "AWS::SNS::Subscription",
            "AWS::Logs::MetricFilter",
        })
        {
            copy.Resources(type).ToList().ForEach(
                resource => copy["Resources"]!.AsObject().Remove(resource.LogicalId));
        }

        copy.Remove("Parameters");
        copy.Remove("Rules");
        foreach (var (_, function) in copy.Resources("AWS::Lambda::Function"))
        {
            function.Remove("Code");
        }

        return copy;
    }
}
