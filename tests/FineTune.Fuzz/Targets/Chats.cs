using System.Text;

namespace FineTune.Fuzz.Targets;

/// <summary>Lines of data in every format, sound and nearly so.</summary>
internal static class Chats
{
    public static IReadOnlyList<byte[]> Lines { get; } =
    [
        .. new[]
        {
            """{"messages": [{"role": "system", "content": "Be kind."}, {"role": "user", "content": "H\u00e9llo 😀 CafÃ©"}, {"role": "assistant", "content": "Hi there, how are you today?", "weight": 1}]}""",
            """{"messages": [{"role": "user", "content": [{"type": "text", "text": "see"}, {"type": "image_url", "image_url": {"url": "data:image/png;base64,iVBORw0KGgo=", "detail": "low"}}]}, {"role": "assistant", "content": "a cat"}], "parallel_tool_calls": false}""",
            """{"messages": [{"role": "user", "content": "weather?"}, {"role": "assistant", "tool_calls": [{"id": "c1", "type": "function", "function": {"name": "f", "arguments": "{\"a\": 1, \"b\": [\"x\"]}"}}]}, {"role": "tool", "tool_call_id": "c1", "content": "sunny"}, {"role": "assistant", "content": "Sun."}], "tools": [{"type": "function", "function": {"name": "f", "parameters": {"type": "object", "$defs": {"s": {"type": "string", "pattern": "^[a-z]+$", "maxLength": 9}}, "properties": {"a": {"type": "integer", "minimum": 0, "multipleOf": 1}, "b": {"type": "array", "items": {"$ref": "#/$defs/s"}, "uniqueItems": true}}, "required": ["a"], "additionalProperties": false, "anyOf": [{"required": ["a"]}, {"not": {"enum": [1]}}]}}}]}""",
            """{"messages": [{"role": "user", "content": "a"}, {"role": "assistant", "content": null, "function_call": {"name": "f", "arguments": "{}"}}, {"role": "function", "name": "f", "content": "1"}, {"role": "assistant", "content": "b"}], "functions": [{"name": "f", "parameters": {"type": "object"}}]}""",
            """{"input": {"messages": [{"role": "user", "content": "x"}], "tools": []}, "preferred_output": [{"role": "assistant", "content": "a"}], "non_preferred_output": [{"role": "assistant", "content": "b"}]}""",
            """{"prompt": "Say hi ->", "completion": " hi"}""",
            """{"conversations": [{"from": "human", "value": "x"}, {"from": "gpt", "value": "y"}], "system": "s"}""",
            """{"instruction": "Translate", "input": "hei", "output": "hi", "history": [["a", "b"]]}""",
            """{"text": "<s>[INST] <<SYS>>\nS\n<</SYS>>\n\na [/INST] b </s>"}""",
            """{"contents": [{"role": "user", "parts": [{"text": "a"}]}, {"role": "model", "parts": [{"text": "b"}]}], "systemInstruction": {"parts": [{"text": "s"}]}}""",
            """{"schemaVersion": "bedrock-conversation-2024", "system": [{"text": "S"}], "messages": [{"role": "user", "content": [{"text": "a"}]}, {"role": "assistant", "content": [{"text": "b"}]}]}""",
            """{"prompt": [{"role": "user", "content": "a"}], "chosen": [{"role": "assistant", "content": "b"}], "rejected": [{"role": "assistant", "content": "c"}], "score": 1.5}""",
            """{"messages": [{"role": "user", "content": "my mail is jo.doe@contoso-mail.net, phone +47 22 12 34 56, card 4539 1488 0343 6467, key sk-proj-abcdefghijklmnopqrstuvwxyz012345"}, {"role": "assistant", "content": "```json\n{\"a\": [1, 2]}\n``` <b>ok</b> I'm sorry, but as an AI I can't\\n"}]}""",
            """{'messages': [{'role': 'user', 'content': "it's"}, {'role': 'assistant', 'content': 'b', 'ok': True}]}""",
            """[{"messages": [{"role": "user", "content": "l"}]}]""",
            """[{"role": "user", "content": "l"}, {"role": "assistant", "content": "b"}]""",
            """ "{\"messages\": [{\"role\": \"user\", \"content\": \"s\"}]}" """,
            """{"messages": {"0": [{"role": "user", "content": "l"}], "1": [{"role": "user", "content": "m"}]}}""",
            """{"data": [{"messages": [{"role": "user", "content": "l"}]}], "version": 1}""",
            "{\"messages\": [{\"role\": \"user\", \"content\": \"a\tb",
            "c\"}]}",
            "# comment",
            "```json",
            """{“messages”: [{“role”: “user”, “content”: “q”}]}""",
            """{"custom_id": "1", "body": {"messages": [{"role": "user", "content": "x"}, {"role": "assistant", "content": "y"}], "tools": []}}""",
            """{"request": {"messages": [{"role": "user", "content": "x"}]}, "response": {"choices": [{"message": {"role": "assistant", "content": "y"}}]}}""",
            """{"inputs": {"question": "a"}, "outputs": {"answer": "b"}, "index": 3}""",
            """{"prompt": "a", "response": "b"}""",
            """{"messages": [{"type": "human", "content": "a"}, {"type": "ai", "content": "", "tool_calls": [{"name": "f", "args": {}, "id": "c"}]}]}""",
            "",
        }.Select(Encoding.UTF8.GetBytes),
    ];

    public static IReadOnlyList<string> Words { get; } =
    [
        "\"messages\"", "\"role\"", "\"content\"", "\"tool_calls\"", "\"tools\"", "\"function\"", "\"arguments\"", "\"name\"", "\"weight\"", "\"assistant\"", "\"user\"", "\"system\"", "\"developer\"", "\"tool\"", "\"asistant\"",
        "\"type\"", "\"$ref\": \"#\",", "\"pattern\": \"(a+)+$\",", "\"pattern\": \"[\",", "\"items\": [],", "\"enum\": {},", "\"properties\": 1,", "{\"role\": \"user\", \"content\": \"a\"},", "\"image_url\"", "data:image/png;base64,", "https://",
        "<|im_start|>", "[INST]", "AKIAIOSFODNN7EXAMPLE", "-----BEGIN PRIVATE KEY-----", "password=", "Ã©", "â€™", "```", "\\\\n", "\\u00e9", "\\ud83d\\ude00", "{{item.x}}",
    ];
}
