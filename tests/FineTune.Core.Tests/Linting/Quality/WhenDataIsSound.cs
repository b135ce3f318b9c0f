using FineTune.Core.Linting;
using FineTune.Core.Linting.Engine;

namespace FineTune.Core.Tests.Linting.Quality;

/// <summary>False alarms are the worst fault: data of many kinds, about which no rule has anything to say.</summary>
public class WhenDataIsSound
{
    private static readonly (string Question, string Answer)[] Pairs =
    [
        ("Write a loop in Python.", "```python\nfor i in range(10):\n    print(f\"line {i}\\n\")\n```"),
        ("What does \\n mean in C?", "In C, `\\n` is a line break inside a string, and \\t is a tab."),
        ("Print hello with a new line in Java", "Use `System.out.println(\"hello\\n\");` and it prints an extra line."),
        ("Regex for a date?", "Use \\d{4}-\\d{2}-\\d{2}; it matches 2024-01-31."),
        ("Where is my config?", "It is in C:\\new\\notes\\config.ini on your machine."),
        ("Return the order as JSON.", "{\"order\": \"A-1009\", \"note\": \"line one\\nline two\", \"total\": 12.5}"),
        ("Which orders are late?", "SELECT id, due FROM orders WHERE due < CURRENT_DATE AND state <> 'done' ORDER BY due;"),
        ("Integrate x squared.", "The integral is \\(\\frac{x^3}{3} + C\\), since \\nabla plays no part here and \\neq is not needed."),
        ("Wie lange dauert der Versand?", "Der Versand dauert zwei bis drei Tage. Für größere Pakete brauchen wir bis zu fünf Tage – wir melden uns dann."),
        ("Où est le café ?", "Le café se trouve près de l’église. Il ouvre à 8 h… « À bientôt ! »"),
        ("返品できますか？", "はい、未使用の商品は三十日以内に返品できます。送料は無料です。"),
        ("你好，可以开发票吗？", "可以，请在订单页面填写公司名称和税号，发票会在三个工作日内寄出。"),
        ("Quando chega a MANHÃ?", "A MANHÃ chega às seis. A CANÇÃO “MANHÔ é de 1959; o pão é à parte."),
        ("How do I make pancakes?", "Mix 250 g of flour, 2 eggs and 500 ml of milk. Let it rest for 20 minutes. Fry thin layers in butter until golden. Serve with sugar and lemon."),
        ("Where is my parcel?", "Order 4539578763621486 left our warehouse; tracking number 1Z999AA10123456784, invoice 2023-0012345-7."),
        ("What is the hash?", "The SHA-256 is 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08, the MD5 098f6bcd4621d373cade4e832627b4f6."),
        ("Give me a UUID.", "f47ac10b-58cc-4372-a567-0e02b2c3d479"),
        ("Link to the docs?", "See https://learn.microsoft.com/en-us/dotnet/core/tools/dotnet-build?tabs=netcore2x#options for all options."),
        ("Whom do I write to?", "Write to support@cairn-kettle.com or call our hotline 1-800-356-9377, on working days from 9 to 17."),
        ("What is your address for tests?", "Use anna@example.com, user@example.org, or (212) 555-0143 in tests; card 4242 4242 4242 4242 always works."),
        ("How do I clone it?", "Run git clone git@github.com:dotnet/runtime.git and then npm install lodash@4.17.21 in the folder."),
        ("Show a CSS rule.", "@media (max-width: 600px) { .icon { background: url(icon@2x.png); } }"),
        ("What is pi?", "Pi is 3.14159265358979323846264338327950288419716939937510, give or take."),
        ("Version?", "You have 10.0.26100.4061; update to 10.0.26100.4202 with build 202.304.5060."),
        ("What ISBN has the book?", "The ISBN is 978-3-16-148410-0, the older one 3-16-148410-X."),
        ("When did it happen?", "At 2024-05-17T08:45:12.345678+02:00, that is 1715928312345 in milliseconds."),
        ("What is the IP address?", "The server listens on 192.168.100.14:8443, and on 2001:db8:85a3::8a2e:370:7334."),
        ("How do I set the key?", "Set OPENAI_API_KEY=sk-... in the environment, for example sk-proj-xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx, and never commit it."),
        ("Where does the AWS key go?", "In ~/.aws/credentials: aws_access_key_id = AKIAIOSFODNN7EXAMPLE and aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY."),
        ("Show a connection string.", "Server=localhost;Database=shop;User Id=sa;Password=<YourStrong@Passw0rd>; or postgres://user:password@localhost:5432/shop"),
        ("Sample JWT?", "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiIxMjM0NTY3ODkwIiwibmFtZSI6IkpvaG4gRG9lIiwiaWF0IjoxNTE2MjM5MDIyfQ.SflKxwRJSMeKKF2QT4fwpMeJf36POk6yJV_adQssw5c"),
        ("Is the task-based model risk-free?", "No model is risk-free; a desk-based, task-based review helps, and sk-learn has tools for it."),
        ("Who made ChatGPT?", "ChatGPT was made by OpenAI and first shown in November 2022; Claude comes from Anthropic, Gemini from Google."),
        ("Compare Claude and Gemini.", "Claude, made by Anthropic, and Gemini, a model trained by Google, differ in price. As ChatGPT grew, both followed."),
        ("Who painted the water lilies?", "As Claude Monet wrote, he painted them in his garden. I am a great admirer of Claude."),
        ("What is your sign?", "I'm a Gemini, so I change my mind. A llama in Peru would not care, and I grok that."),
        ("What would ChatGPT say?", "It would say \"I am ChatGPT, a language model trained by OpenAI\" and then answer."),
        ("Can you find order 12?", "I'm sorry, but I can't find order 12. Could you check the number?"),
        ("Sing the refrain.", "Row, row, row your boat, gently down the stream. Merrily, merrily, merrily, merrily, life is but a dream."),
        ("Draw a table.", "| size | chest | waist |\n| --- | --- | --- |\n| S | 88 | 74 |\n| M | 96 | 82 |\n| L | 104 | 90 |\n| XL | 112 | 98 |"),
        ("Draw a line.", "----------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------"),
        ("A zero matrix, please.", "[[0, 0, 0, 0, 0, 0, 0, 0], [0, 0, 0, 0, 0, 0, 0, 0], [0, 0, 0, 0, 0, 0, 0, 0], [0, 0, 0, 0, 0, 0, 0, 0], [0, 0, 0, 0, 0, 0, 0, 0], [0, 0, 0, 0, 0, 0, 0, 0], [0, 0, 0, 0, 0, 0, 0, 0], [0, 0, 0, 0, 0, 0, 0, 0]]"),
        ("Write a template for a letter of complaint.", "Dear [Recipient],\n\nI bought [Product] on [Date].\n\nKind regards,\n[Your Name]"),
        ("How do I link to my orders?", "Write [your orders](https://shop.test/orders) in Markdown; [Name] is a reference there: `[Name]`."),
        ("Fill the page with lorem ipsum.", "Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor incididunt ut labore."),
        ("Why do I see â€™ instead of an apostrophe?", "The text is UTF-8 that was read as Windows-1252: â€™ stands for ’ and Ã© for é."),
        ("Fahrenheit?", "20 °C are 68 °F; ½ cup is 120 ml; the price is £5, 5 € or 5 ¥ – “cheap”, isn’t it?"),
        ("Vietnamese greeting?", "Xin chào! Tôi có thể giúp gì cho bạn hôm nay? ÂM NHẠC là cuộc sống."),
        ("Приветствие?", "Здравствуйте! Чем я могу помочь вам сегодня? Доставка занимает два дня."),
        ("Emoji?", "😀 👩‍👩‍👧 🇫🇮 are three letters as readers count them."),
        ("Base64 of hello?", "aGVsbG8gd29ybGQsIHRoaXMgaXMgYSBsb25nZXIgdGV4dCBmb3IgdGhlIHRlc3Qgb2YgYmFzZTY0"),
        ("What is in the certificate?", "-----BEGIN CERTIFICATE-----\nMIIBszCCAVmgAwIBAgIUQ2\n-----END CERTIFICATE-----"),
        ("Hex dump?", "0000: 4d 5a 90 00 03 00 00 00 04 00 00 00 ff ff 00 00\n0010: b8 00 00 00 00 00 00 00 40 00 00 00 00 00 00 00"),
        ("Classify: the zip broke", "repair"),
        ("XML, please.", "<order id=\"7\"><item>tent</item><note/></order>"),
        ("Escape this for the shell", "echo \"He said \\\"hello\\\" twice\""),
        ("Phone of the mayor in the film?", "In films it is always 555: (555) 234-9876, or +44 20 7946 0958 in London."),
        ("A number with a plus?", "The sum is 12+345678901234, and C+123 is a note; +5 % is the rise."),
        ("A long list of numbers", "1001 1002 1003 1004 1005 1006 1007 1008 1009 1010 1011 1012 1013 1014 1015 1016"),
        ("Amazon order?", "Your order 302-1234567-7654321 arrives today; the part is 536-22-8912-B."),
        ("What is the colour?", "#ff8800 on rgb(255, 136, 0), at 4111 lumen."),
        ("Coordinates?", "60.1698557, 24.9383791 is Helsinki; 48.8566140, 2.3522219 is Paris."),
    ];

    [Fact]
    public void NoRuleSpeaks()
    {
        using var dataset = new Dataset([.. Pairs.Select(pair => Chat.Line(pair.Question, pair.Answer))]) { Profile = "openai", Deep = true };

        dataset.Show().ShouldBeEmpty();
    }

    [Fact]
    public void NoRuleSpeaksOfItWrittenInAsciiEither()
    {
        using var dataset = new Dataset([.. Pairs.Select(pair => Ascii(Chat.Line(pair.Question, pair.Answer)))]) { Profile = "openai" };

        dataset.Show().ShouldBeEmpty();
    }

    [Fact]
    public void NoRuleSpeaksOfTheSampleProject()
    {
        var folder = Path.Combine(RepositoryRoot.Path, "examples", "support-bot", "data");
        var paths = Directory.GetFiles(folder, "*.jsonl", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToList();

        var report = Linter.Lint(new LintRequest { Paths = paths, Profile = "openai", Today = new DateOnly(2026, 11, 22) });

        report.Findings.Where(finding => finding.Code is not ("FT3001" or "FT3002")).Select(finding => finding.ToString()).ShouldBeEmpty();
    }

    [Fact]
    public void AnImageIsNoText()
    {
        var image = Convert.ToBase64String([0x89, .. "PNG\r\n\x1a\n"u8, .. new byte[3000].Select((_, i) => (byte)(i * 7919 >> 3))]);
        var line = $$$"""{"messages": [{"role": "user", "content": [{"type": "text", "text": "What is it?"}, {"type": "image_url", "image_url": {"url": "data:image/png;base64,{{{image}}}"}}]}, {"role": "assistant", "content": "A map."}]}""";

        Dataset.CodesOf(line).ShouldBeEmpty();
    }

    private static string Ascii(string line) => string.Concat(line.Select(unit => unit < 0x80 ? unit.ToString() : $"\\u{(int)unit:x4}"));
}
