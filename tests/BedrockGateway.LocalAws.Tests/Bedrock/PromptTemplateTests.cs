using BedrockGateway.LocalAws.Bedrock.Families;
using BedrockGateway.LocalAws.Bedrock.Prompts;

namespace BedrockGateway.LocalAws.Tests.Bedrock;

public sealed class PromptTemplateTests
{
    [Theory]
    [InlineData("Hi", "", "user:Hi")]
    [InlineData("<s>[INST] Hi [/INST] Yes </s>[INST] Bye [/INST]", "", "user: Hi |assistant:Yes|user: Bye ")]
    [InlineData("Be kind\n\nHuman: Hi\n\nAssistant: Ye", "Be kind", "user: Hi")]
    [InlineData(
        "<|begin_of_text|><|start_header_id|>system<|end_header_id|>\n\nBe kind<|eot_id|><|start_header_id|>user"
        + "<|end_header_id|>\n\nHi<|eot_id|><|start_header_id|>assistant<|end_header_id|>\n\nYes<|eot_id|>"
        + "<|start_header_id|>user<|end_header_id|>\n\nBye<|eot_id|><|start_header_id|>assistant<|end_header_id|>",
        "Be kind",
        "user:\n\nHi|assistant:Yes|user:\n\nBye")]
    [InlineData("<｜begin▁of▁sentence｜><｜User｜>Hi<｜Assistant｜>Yes<｜end▁of▁sentence｜><｜User｜>Bye", "",
        "user:Hi|assistant:Yes|user:Bye")]
    public void Markers_SetOffTheTurns(string text, string system, string turns)
    {
        var prompt = PromptTemplate.Read(text, maxTokens: null, []);

        Assert.Equal(system, Part.TextOf(prompt.System));
        Assert.Equal(
            turns, string.Join('|', prompt.Turns.Select(turn => $"{turn.Role}:{Part.TextOf(turn.Parts)}")));
    }
}
