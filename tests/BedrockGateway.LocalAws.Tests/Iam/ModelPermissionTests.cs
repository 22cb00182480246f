using Amazon.Bedrock;
using Amazon.Bedrock.Model;
using Amazon.BedrockRuntime;
using Amazon.BedrockRuntime.Model;
using AccessDeniedException = Amazon.Bedrock.Model.AccessDeniedException;

namespace BedrockGateway.LocalAws.Tests.Iam;

/// <summary>A call by an inference profile needs the profile and every model behind it.</summary>
public sealed class ModelPermissionTests
{
    private const string Model = "anthropic.claude-sonnet-4-6";
    private const string UsProfile = "arn:aws:bedrock:us-east-1:000000000000:inference-profile/us." + Model;
    private const string GlobalProfile = "arn:aws:bedrock:us-east-1:000000000000:inference-profile/global." + Model;
    private const string AnyModel = "arn:aws:bedrock:*::foundation-model/*";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("amazon.nova-lite-v1:0", "arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-lite-v1:0")]
    [InlineData(
        "arn:aws:bedrock:us-west-2::foundation-model/amazon.nova-lite-v1:0",
        "arn:aws:bedrock:us-west-2::foundation-model/amazon.nova-lite-v1:0")]
    [InlineData("no.such-model", "arn:aws:bedrock:us-east-1::foundation-model/no.such-model")]
    [InlineData("us." + Model, UsProfile)]
    [InlineData(UsProfile, UsProfile)]
    public async Task NoPermission_NamesModelOrProfile(string modelId, string resource)
    {
        await using var lab = await FunctionLab.StartAsync();

        Assert.Equal(Denial(resource), await InvokeAsync(lab, modelId));
    }

    [Theory]
    [InlineData("us." + Model, UsProfile, "us-east-1")]
    [InlineData("global." + Model, GlobalProfile, "us-east-1")]
    public async Task ProfileAlone_IsNotEnough(string modelId, string profile, string region)
    {
        await using var lab = await FunctionLab.StartAsync(Allow($"\"{profile}\""));

        Assert.Equal(Denial($"arn:aws:bedrock:{region}::foundation-model/{Model}"), await InvokeAsync(lab, modelId));
    }

    [Theory]
    [InlineData("us." + Model, UsProfile, "us-east-2")]
    [InlineData("global." + Model, GlobalProfile, "")]
    public async Task ModelInOneRegion_IsNotEnough(string modelId, string profile, string missing)
    {
        await using var lab = await FunctionLab.StartAsync(
            Allow($"\"{profile}\",\"arn:aws:bedrock:us-east-1::foundation-model/*\""));

        Assert.Equal(Denial($"arn:aws:bedrock:{missing}::foundation-model/{Model}"), await InvokeAsync(lab, modelId));
    }

    [Theory]
    [InlineData("us." + Model, UsProfile)]
    [InlineData("global." + Model, GlobalProfile)]
    public async Task ProfileAndModels_AreEnough(string modelId, string profile)
    {
        await using var lab = await FunctionLab.StartAsync(Allow($"\"{profile}\",\"{AnyModel}\""));

        Assert.Null(await InvokeAsync(lab, modelId));
    }

    [Fact]
    public async Task ConditionOnTheProfile_OpensTheModelsThroughItOnly()
    {
        await using var lab = await FunctionLab.StartAsync(
            $$$"""
            {{{Allow($"\"{UsProfile}\",\"{GlobalProfile}\"")}}},
            {"Effect":"Allow","Action":"bedrock:InvokeModel","Resource":"{{{AnyModel}}}",
             "Condition":{"StringLike":{"bedrock:InferenceProfileArn":"*:inference-profile/us.*"}} }
            """);

        Assert.Null(await InvokeAsync(lab, "us." + Model));
        Assert.Equal(
            Denial($"arn:aws:bedrock:us-east-1::foundation-model/{Model}"), await InvokeAsync(lab, "global." + Model));
        Assert.Equal(Denial($"arn:aws:bedrock:us-east-1::foundation-model/{Model}"), await InvokeAsync(lab, Model));
    }

    [Fact]
    public async Task ApplicationProfile_NeedsItselfAndTheModelsBehindIt()
    {
        await using var lab = await FunctionLab.StartAsync(
            Allow("\"arn:aws:bedrock:*:*:application-inference-profile/*\""));
        var profile = await CreateProfileAsync(lab, $"arn:aws:bedrock:us-east-1::foundation-model/{Model}");

        Assert.Equal(Denial($"arn:aws:bedrock:us-east-1::foundation-model/{Model}"), await InvokeAsync(lab, profile));
        await lab.UpdateAsync(Allow($"\"arn:aws:bedrock:*:*:application-inference-profile/*\",\"{AnyModel}\""));
        Assert.Null(await InvokeAsync(lab, profile));
    }

    [Fact]
    public async Task Listing_HasNoResource()
    {
        await using var lab = await FunctionLab.StartAsync(
            $$"""{"Effect":"Allow","Action":"bedrock:ListFoundationModels","Resource":"{{AnyModel}}"}""");
        using var bedrock = new AmazonBedrockClient(lab.Credentials, lab.Configure(new AmazonBedrockConfig()));

        var fault = await Assert.ThrowsAsync<AccessDeniedException>(() =>
            bedrock.ListFoundationModelsAsync(new ListFoundationModelsRequest(), Token));

        Assert.Equal(Denial("*", "bedrock:ListFoundationModels"), fault.Message);
    }

    private static async Task<string?> InvokeAsync(FunctionLab lab, string modelId)
    {
        const string Body =
            """{"anthropic_version":"bedrock-2023-05-31","max_tokens":9,"messages":[{"role":"user","content":"Hi"}]}""";
        using var runtime = new AmazonBedrockRuntimeClient(
            lab.Credentials, lab.Configure(new AmazonBedrockRuntimeConfig()));
        try
        {
            await runtime.InvokeModelAsync(
                new InvokeModelRequest { ModelId = modelId, Body = new(System.Text.Encoding.UTF8.GetBytes(Body)) },
                Token);
            return null;
        }
        catch (AmazonBedrockRuntimeException refusal)
        {
            return refusal.Message;
        }
    }

    private static async Task<string> CreateProfileAsync(FunctionLab lab, string source)
    {
        using var http = new HttpClient { BaseAddress = lab.Aws.Endpoint };
        using var content = new StringContent(
            $$$"""{"inferenceProfileName":"p","modelSource":{"copyFrom":"{{{source}}}"}}""");
        using var reply = await http.PostAsync(new Uri("/inference-profiles", UriKind.Relative), content, Token);
        var made = System.Text.Json.Nodes.JsonNode.Parse(await reply.Content.ReadAsStringAsync(Token))!;
        return (string)made["inferenceProfileArn"]!;
    }

    private static string Allow(string resources) =>
        $$"""{"Effect":"Allow","Action":"bedrock:InvokeModel","Resource":[{{resources}}]}""";

    private static string Denial(string resource, string action = "bedrock:InvokeModel") =>
        $"User: {FunctionLab.Session} is not authorized to perform: {action} on resource: {resource} "
        + $"because no identity-based policy allows the {action} action";
}
