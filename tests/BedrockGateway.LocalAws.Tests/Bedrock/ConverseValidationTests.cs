using System.Net;

namespace BedrockGateway.LocalAws.Tests.Bedrock;

/// <summary>Conversations that Bedrock does not take, in its words.</summary>
public sealed class ConverseValidationTests(LocalAwsFixture fixture) : IClassFixture<LocalAwsFixture>
{
    private const string Claude = ConverseTests.Claude;

    private const string Llama = "us.meta.llama3-3-70b-instruct-v1:0";

    private const string Hi = """{"role":"user","content":[{"text":"Hi"}]}""";

    private const string Yes = """{"role":"assistant","content":[{"text":"Yes"}]}""";

    private const string Call =
        """{"role":"assistant","content":[{"toolUse":{"toolUseId":"t1","name":"f","input":{}}}]}""";

    private const string Result = """{"toolResult":{"toolUseId":"t1","content":[{"text":"1"}]}}""";

    private const string Tool =
        """,  "toolConfig":{"tools":[{"toolSpec":{"name":"f","inputSchema":{"json":{}}}}]""";

    [Theory]
    [InlineData(Claude, """{"messages":[]}""",
        "A conversation must start with a user message. Try again with a conversation that starts with a user message.")]
    [InlineData(Claude, "{}",
        "A conversation must start with a user message. Try again with a conversation that starts with a user message.")]
    [InlineData(Claude, """{"messages":[""" + Yes + "]}",
        "A conversation must start with a user message. Try again with a conversation that starts with a user message.")]
    [InlineData(Claude, """{"messages":[""" + Hi + "," + Hi + "]}",
        "A conversation must alternate between user and assistant roles. Make sure the conversation alternates between "
        + "user and assistant roles and try again.")]
    [InlineData(Claude, """{"messages":[{"role":"user","content":[{"text":"Hi"},{"text":" "}]}]}""",
        "The text field in the ContentBlock object at messages.0.content.1 is blank. Add text to the text field, and try "
        + "again.")]
    [InlineData(Claude, """{"messages":[""" + Hi + """,{"role":"assistant","content":[]}]}""",
        "The content field in the Message object at messages.1 is empty. Add a ContentBlock object to the content field "
        + "and try again.")]
    [InlineData(Claude, """{"system":[{"text":""}],"messages":[""" + Hi + "]}",
        "The text field in the SystemContentBlock object at system.0 is blank. Add text to the text field, and try again.")]
    [InlineData(Claude, """{"messages":[{"role":"user","content":[{"document":{"format":"txt","name":"d","source":"""
        + """{"bytes":"SGk="}}}]}]}""",
        "A text block must be included when using documents.")]
    [InlineData(Claude, """{"messages":[""" + Hi + "," + Call + """,{"role":"user","content":[""" + Result + "]}]}",
        "The toolConfig field must be defined when using toolUse and toolResult content blocks.")]
    [InlineData(Claude, """{"messages":[""" + Hi + "," + Call + "," + Hi + "]" + Tool + "}}",
        "Expected toolResult blocks at messages.2.content for the following Ids: t1")]
    [InlineData(Claude, """{"messages":[{"role":"user","content":[""" + Result + "]}]" + Tool + "}}",
        "The number of toolResult blocks at messages.0.content exceeds the number of toolUse blocks of previous turn.")]
    [InlineData(Claude, """{"messages":[""" + Hi + "," + Call + """,{"role":"user","content":[""" + Result + "," + Result
        + "]}]" + Tool + "}}",
        "The toolResult blocks at messages.2.content contain duplicate Ids: t1")]
    [InlineData(Llama, """{"messages":[""" + Hi + "," + Call + """,{"role":"user","content":[""" + Result
        + "," + """{"text":"Well?"}]}]""" + Tool + "}}",
        "messages.2.content: Conversation blocks and tool result blocks cannot be provided in the same turn.")]
    [InlineData(Claude, """{"messages":[""" + Hi + "]" + Tool + ""","toolChoice":{"tool":{"name":"g"}}}}""",
        "The toolChoice field names the tool g, which toolConfig.tools does not contain.")]
    [InlineData(Llama, """{"messages":[""" + Hi + "]" + Tool + ""","toolChoice":{"any":{}}}}""",
        "This model doesn't support the toolConfig.toolChoice.any field. Remove toolConfig.toolChoice.any and try again.")]
    [InlineData("mistral.mistral-large-2407-v1:0",
        """{"messages":[""" + Hi + "]" + Tool + ""","toolChoice":{"tool":{"name":"f"}}}}""",
        "This model doesn't support the toolConfig.toolChoice.tool field. Remove toolConfig.toolChoice.tool and try "
        + "again.")]
    [InlineData("us.deepseek.r1-v1:0", """{"messages":[""" + Hi + "]" + Tool + "}}",
        "This model doesn't support tool use.")]
    [InlineData(Llama, """{"messages":[""" + Hi + "," + Yes + "]}",
        "The model that you are using requires the last turn in the conversation to be a user message. Add a user message "
        + "to the conversation and try again.")]
    [InlineData("amazon.titan-text-lite-v1", """{"system":[{"text":"Be kind"}],"messages":[""" + Hi + "]}",
        "This model doesn't support system messages.")]
    [InlineData("amazon.nova-micro-v1:0", """{"messages":[{"role":"user","content":[{"image":{"format":"png","source":"""
        + "{\"bytes\":\"" + Pixels.Png + "\"}}}]}]}",
        "This model doesn't support the image content block that you provided.")]
    [InlineData(Claude, """{"messages":[{"role":"user","content":[{"image":{"format":"png","source":{"bytes":"SGk="}}}]}]}""",
        "Could not process image")]
    [InlineData("anthropic.claude-3-haiku-20240307-v1:0",
        """{"inferenceConfig":{"maxTokens":4097},"messages":[""" + Hi + "]}",
        "The maximum tokens you requested exceeds the model limit of 4096. Try again with a maximum tokens value that is "
        + "lower than 4096.")]
    [InlineData(Claude, """{"guardrailConfig":{"guardrailIdentifier":"g","guardrailVersion":"1"},"messages":[""" + Hi + "]}",
        "The guardrail identifier or version provided in the request does not exist.")]
    [InlineData("amazon.titan-embed-text-v2:0", """{"messages":[""" + Hi + "]}",
        "This action doesn't support the model that you provided. Try again with a supported text or chat model.")]
    [InlineData(Claude, """{"inferenceConfig":{"maxTokens":0,"temperature":1.5,"topP":-1},"messages":["""
        + """{"role":"system","content":[{"text":"Hi"}]}],"toolConfig":{"tools":[]}}""",
        "5 validation errors detected: Value 'system' at 'messages.1.member.role' failed to satisfy constraint: Member "
        + "must satisfy enum value set: [user, assistant]; Value '0' at 'inferenceConfig.maxTokens' failed to satisfy "
        + "constraint: Member must have value greater than or equal to 1; Value '1.5' at 'inferenceConfig.temperature' "
        + "failed to satisfy constraint: Member must have value less than or equal to 1; Value '-1' at "
        + "'inferenceConfig.topP' failed to satisfy constraint: Member must have value greater than or equal to 0; Value "
        + "'[]' at 'toolConfig.tools' failed to satisfy constraint: Member must have length greater than or equal to 1")]
    [InlineData(Claude, """{"messages":[""" + Hi + """],"toolConfig":{"tools":[{"toolSpec":{"name":"f g"}}]}}""",
        "1 validation error detected: Value 'f g' at 'toolConfig.tools.1.member.toolSpec.name' failed to satisfy "
        + "constraint: Member must satisfy regular expression pattern: [a-zA-Z0-9_-]+")]
    public async Task ConversationThatIsNone_IsRefused(string modelId, string body, string message)
    {
        var reply = await ConverseAsync(modelId, "converse", body);

        Assert.Equal(BedrockReply.Invalid(message), reply.Fault);
    }

    [Theory]
    [InlineData("""{"messages":"Hi"}""", "Unexpected field type")]
    [InlineData("""{"messages":[{"role":"user","content":"Hi"}]}""", "Unexpected field type")]
    [InlineData("""{"messages":[{"role":"user","content":[{"text":5}]}]}""", "Unexpected field type")]
    [InlineData("""{"messages":[{"role":"user","content":["Hi"]}]}""", "Unexpected field type")]
    [InlineData("""{"messages":[],"inferenceConfig":{"maxTokens":"9"}}""", "Unexpected field type")]
    [InlineData("[]", "The body is no object.")]
    public async Task MemberOfAnotherType_CannotBeRead(string body, string message)
    {
        var reply = await ConverseAsync(Claude, "converse", body);

        Assert.Equal((HttpStatusCode.BadRequest, "SerializationException", message), reply.Fault);
    }

    [Fact]
    public async Task ToolsInAStreamOfLlama_AreRefused_AndTakenInOne()
    {
        const string Body = """{"messages":[""" + Hi + "]" + Tool + "}}";
        var streamed = await ConverseAsync(Llama, "converse-stream", Body);
        var whole = await ConverseAsync(Llama, "converse", Body);

        Assert.Equal(
            BedrockReply.Invalid("This model doesn't support tool use in streaming mode."), streamed.Fault);
        Assert.Equal(HttpStatusCode.OK, whole.Status);
    }

    [Theory]
    [InlineData(Llama)]
    [InlineData("anthropic.claude-3-haiku-20240307-v1:0")]
    public async Task CachePointForAModelWithoutCache_IsDenied(string modelId)
    {
        var reply = await ConverseAsync(
            modelId,
            "converse",
            """{"messages":[{"role":"user","content":[{"text":"Hi"},{"cachePoint":{"type":"default"}}]}]}""");

        Assert.Equal(
            (HttpStatusCode.Forbidden,
                "AccessDeniedException",
                "You invoked an unsupported model or your request did not allow prompt caching. See the documentation for "
                + "more information."),
            reply.Fault);
    }

    private Task<BedrockReply> ConverseAsync(string modelId, string operation, string body) =>
        BedrockWire.PostAsync(fixture.Aws, $"/model/{Uri.EscapeDataString(modelId)}/{operation}", body);
}
